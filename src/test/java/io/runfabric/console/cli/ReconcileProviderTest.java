package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Reconcile;
import io.runfabric.console.provider.aws.LambdaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `state reconcile --against provider` with the real SDK: what really runs with what is recorded.
class ReconcileProviderTest {

  private static final String CODE =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final String CODE_IN_BASE64 = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";

  private static final String CONFIGURATION =
      """
      service: shop
      provider: {name: aws-lambda, runtime: nodejs22.x, region: eu-central-1}
      functions:
        api:
          handler: src/api.handler
          memory: 256
          timeout: 30
          environment: {MODE: live, DB_PASSWORD: "${env:DB}"}
          tags: {team: shop}
      stages:
        dev: {}
      """;

  private static final String DESCRIBED =
      """
      {"Configuration": {
         "Runtime": "nodejs22.x", "Handler": "src/api.handler", "MemorySize": 256, "Timeout": 30,
         "CodeSha256": "%s", "LastModified": "2026-03-01T09:59:00.000+0000", "State": "Active",
         "Environment": {"Variables": {"MODE": "live", "DB_PASSWORD": "canary", "AWS_X": "y"}}},
       "Tags": {"team": "shop", "runfabric": "added"}}
      """
          .formatted(CODE_IN_BASE64);

  @TempDir private Path folder;
  private CommandLineRun cli;
  private LambdaServer lambda;

  @BeforeEach
  void aProjectAsItRuns() throws Exception {
    lambda = new LambdaServer();
    cli = new CommandLineRun(folder);
    lambda.environment().forEach(cli::with);
    file("runfabric.yml", CONFIGURATION);
    receipt("dev");
    lambda.function("shop-dev-api", LambdaServer.ok(DESCRIBED));
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  @Test
  void whatRunsAsItWasDeployedIsNoDrift() throws Exception {
    Outcome outcome = cli.run("state", "reconcile", "--against", "provider");

    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("No drift. Looked at 1 entry: 0 critical");
  }

  @Test
  void everyDifferenceIsAFindingWithWhatIsExpectedAndWhatIs() throws Exception {
    lambda.function(
        "shop-dev-api",
        LambdaServer.ok(
            DESCRIBED
                .replace(CODE_IN_BASE64, "LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564=")
                .replace("nodejs22.x", "nodejs18.x")
                .replace("\"MemorySize\": 256", "\"MemorySize\": 1024")
                .replace("\"Timeout\": 30", "\"Timeout\": 3")
                .replace("src/api.handler", "src/other.handler")
                .replace("\"MODE\": \"live\"", "\"DEBUG\": \"canary\"")
                .replace("\"team\": \"shop\"", "\"team\": \"ops\"")
                .replace("2026-03-01T09:59", "2026-03-01T11:59")));

    JsonNode result = cli.run("state", "reconcile", "--against", "provider", "--json").result();

    assertThat(findings(result))
        .containsExactly(
            "critical code functions[api].code: "
                + CODE
                + " -> 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            "warning environment-missing functions[api].environment: MODE -> not set",
            "warning handler functions[api].handler: src/api.handler -> src/other.handler",
            "warning memory functions[api].memory: 256 -> 1024",
            "warning modified functions[api].modified: not after 2026-03-01T10:00:00Z ->"
                + " 2026-03-01T11:59:00Z",
            "warning runtime functions[api].runtime: nodejs22.x -> nodejs18.x",
            "warning tag functions[api].tags.team: shop -> ops",
            "warning timeout functions[api].timeout: 30 -> 3",
            "info environment-extra functions[api].environment: not set -> DEBUG");
    assertThat(result.toString()).doesNotContain("canary");
  }

  @Test
  void settingsThatWereChangedInTheFileSinceSayNothingOfWhatShouldRun() throws Exception {
    file("runfabric.yml", CONFIGURATION.replace("\"${env:DB}\"", "x").replace("256", "512"));
    receipt("dev", "\"configSignature\": \"" + "0".repeat(64) + "\",");

    Outcome outcome = cli.run("state", "reconcile", "--against", "provider");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("Not checked: settings of function shop-dev-api", "was changed since the deploy")
        .contains("No drift in what was checked.");
  }

  @Test
  void whatTheSignatureProvesToBeDeployedWasChangedInTheCloud() throws Exception {
    file("runfabric.yml", CONFIGURATION.replace("\"${env:DB}\"", "x"));
    String signature = ProjectLoader.load(request()).functions().getFirst().signature("nodejs22.x");
    receipt("dev", "\"configSignature\": \"" + signature + "\",");
    lambda.function(
        "shop-dev-api",
        LambdaServer.ok(DESCRIBED.replace("\"MemorySize\": 256", "\"MemorySize\": 1024")));

    Outcome outcome = cli.run("state", "reconcile", "--against", "provider");

    assertThat(outcome.out()).contains("the memory was changed since the deploy");
  }

  @Test
  void anEntryOfWhichNothingIsLeftIsAnOrphan() throws Exception {
    lambda.function("shop-dev-api", LambdaServer.absent());

    JsonNode result = cli.run("state", "reconcile", "--against", "provider", "--json").result();

    assertThat(findings(result))
        .containsExactly("critical orphan : function shop-dev-api -> nothing");
    assertThat(result.at("/findings/0/repair").asText()).isEqualTo("remove");
    assertThat(result.at("/findings/0/step").asText())
        .isEqualTo("runfabric-console state remove --only kind=receipt,stage=dev");
  }

  @Test
  void whatCannotBeLookedAtIsNeverTakenForGood() throws Exception {
    lambda.function("shop-dev-api", LambdaServer.denied());
    receipt("old", "", "vercel");

    Outcome outcome = cli.run("state", "reconcile", "--against", "provider");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains(
            "Not checked: function shop-dev-api of receipt dev",
            "lambda:GetFunction",
            "Not checked: receipt old, as the console cannot look into vercel")
        .contains("No drift in what was checked.");
  }

  @Test
  void withoutTheNetworkNobodyIsAskedAndThatIsSaid() throws Exception {
    Outcome outcome = cli.run("state", "reconcile", "--no-network");

    assertThat(lambda.asked).isEmpty();
    assertThat(outcome.out())
        .contains("Not checked: provider, as requests over the network were not allowed");
  }

  @Test
  void manyStagesAreAskedForWithFewRequestsAtOnce() throws Exception {
    for (int i = 0; i < 100; i++) {
      receipt("s" + i);
      lambda.function("shop-s" + i + "-api", LambdaServer.ok(DESCRIBED));
    }
    lambda.delay(20);

    DriftReport report = reconcile(Progress.NONE, Cancellation.never());

    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked()).isEmpty();
    assertThat(lambda.asked).hasSize(101);
    assertThat(lambda.mostAtOnce()).isBetween(2, 16);
  }

  @Test
  void cancellingLeavesEveryRequestBehind() throws Exception {
    for (int i = 0; i < 40; i++) {
      receipt("s" + i);
    }
    lambda.delay(3_000);
    Cancellation cancellation = new Cancellation();
    AtomicLong cancelled = new AtomicLong();
    Thread.startVirtualThread(() -> {
      while (lambda.asked.size() < 16) {
        Thread.onSpinWait();
      }
      cancelled.set(System.nanoTime());
      cancellation.cancel();
    });

    assertThatThrownBy(() -> reconcile(Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - cancelled.get()))
        .isLessThan(Duration.ofSeconds(2));
  }

  private ProjectRequest request() {
    return new ProjectRequest(
        Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), lambda.environment());
  }

  private DriftReport reconcile(Progress progress, Cancellation cancellation) throws Exception {
    ProjectRequest request = request();
    try (ProjectSession session = ProjectSession.open(request, BackendOptions.standard())) {
      return new Reconcile(session, request, new DriftScope(Set.of(Against.PROVIDER), true, false))
          .run(StateFilter.PROJECT, progress, cancellation);
    }
  }

  private static List<String> findings(JsonNode result) {
    List<String> found = new ArrayList<>();
    result
        .path("findings")
        .forEach(one ->
            found.add(
                one.path("severity").asText()
                    + " "
                    + one.path("rule").asText()
                    + " "
                    + one.path("path").asText()
                    + ": "
                    + one.path("expected").asText()
                    + " -> "
                    + one.path("actual").asText()));
    return found;
  }

  private void receipt(String stage) throws IOException {
    receipt(stage, "");
  }

  private void receipt(String stage, String signature) throws IOException {
    receipt(stage, signature, "aws-lambda");
  }

  private void receipt(String stage, String signature, String provider) throws IOException {
    file(
        ".runfabric/" + stage + ".json",
        """
        {"version": 2, "service": "shop", "stage": "%s", "provider": "%s",
         "deploymentId": "d-1", "outputs": {"region": "eu-central-1"},
         "functions": [{%s "function": "api", "artifactSha256": "%s"}],
         "updatedAt": "2026-03-01T10:00:00Z"}
        """
            .formatted(stage, provider, signature, CODE));
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
