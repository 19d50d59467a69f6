package io.runfabric.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.cli.CommandLineRun.Outcome;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `state reconcile --against provider` on providers that are asked over HTTP, from the receipt on
/// disk to the exit code.
@Timeout(60)
class ReconcileCloudsTest {

  private static final String ACCOUNT = "0123456789abcdef0123456789abcdef";
  private static final String WORKERS = "/accounts/" + ACCOUNT + "/workers/scripts";
  private static final String FUNCTION =
      "/v2/projects/shop-4711/locations/europe-west1/functions/shop-dev-cart";

  @TempDir private Path folder;
  private RecordedCloud server;
  private CommandLineRun cli;

  @BeforeEach
  void start() throws Exception {
    server =
        new RecordedCloud(
            Recorded.json(
                404, "{\"error\": {\"status\": \"NOT_FOUND\", \"message\": \"quoted\"}}"));
    cli =
        new CommandLineRun(folder)
            .with("CLOUDFLARE_API_TOKEN", RecordedCloud.TOKEN)
            .with("CLOUDFLARE_ACCOUNT_ID", ACCOUNT)
            .with("CLOUDFLARE_API_BASE_URL", server.url())
            .with("GOOGLE_APPLICATION_CREDENTIALS", "login.json")
            .with("GCP_PROJECT_ID", "shop-4711")
            .with("CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDFUNCTIONS", server.url())
            .with("CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN", server.url());
    file(
        "login.json",
        """
        {"type": "authorized_user", "client_id": "id", "client_secret": "geheim-4711",
         "refresh_token": "geheim-4711", "token_uri": "%s/token"}
        """
            .formatted(server.url()));
    server.at(
        "/token",
        "{\"access_token\": \"geheim-4711\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWorkerAsItWasDeployedIsNoDrift() throws Exception {
    deployed("cloudflare-workers");
    server.at(WORKERS, workers("shop-dev", "2026-02-01T10:00:00Z"));

    assertThat(reconcile().exitCode()).isZero();
  }

  @Test
  void aWorkerThatWasChangedSinceIsDrift() throws Exception {
    deployed("cloudflare-workers");
    server.at(WORKERS, workers("shop-dev", "2026-02-20T10:00:00Z"));

    assertThat(findings()).containsExactly("warning modified metadata.worker.modified");
  }

  @Test
  void aWorkerThatWasDeletedLeavesAnOrphan() throws Exception {
    deployed("cloudflare-workers");
    server.at(WORKERS, workers("other", "2026-02-01T10:00:00Z"));

    assertThat(findings()).containsExactly("critical orphan ");
  }

  @Test
  void whatMayNotBeLookedAtIsNotCheckedAndNoDrift() throws Exception {
    deployed("cloudflare-workers");
    server.at(WORKERS, Recorded.json(403, "{\"success\": false}"));

    Outcome outcome = reconcile();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out() + outcome.err())
        .contains("Workers Scripts: Read")
        .contains("No drift in what was checked.")
        .doesNotContain(RecordedCloud.TOKEN);
  }

  @Test
  void aFunctionWithOtherSettingsIsDrift() throws Exception {
    deployed("gcp-functions");
    server.at(
        FUNCTION,
        """
        {"name": "n", "state": "ACTIVE", "buildConfig": {"runtime": "nodejs20"},
         "serviceConfig": {"availableMemory": "512M", "timeoutSeconds": 30,
           "environmentVariables": {"OTHER": "quoted", "LOG_EXECUTION_ID": "true"}}}
        """);

    assertThat(findings())
        .containsExactlyInAnyOrder(
            "warning memory functions[cart].memory",
            "warning runtime functions[cart].runtime",
            "warning environment-missing functions[cart].environment",
            "info environment-extra functions[cart].environment");
  }

  @Test
  void aFunctionThatWasDeletedLeavesAnOrphan() throws Exception {
    deployed("gcp-functions");

    assertThat(findings()).containsExactly("critical orphan ");
  }

  private Outcome reconcile(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("state", "reconcile", "--against", "provider"));
    words.addAll(List.of(options));
    return cli.run(words.toArray(String[]::new));
  }

  private List<String> findings() throws Exception {
    Outcome outcome = reconcile("--json");
    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).doesNotContain("quoted", RecordedCloud.TOKEN);
    List<String> found = new ArrayList<>();
    outcome
        .result()
        .path("findings")
        .forEach(one ->
            found.add(
                "%s %s %s"
                    .formatted(
                        one.path("severity").asText(),
                        one.path("rule").asText(),
                        one.path("path").asText())));
    return found;
  }

  private static String workers(String name, String modified) {
    return """
    {"success": true, "errors": [], "result": [
      {"id": "%s", "etag": "e", "modified_on": "%s"}]}
    """
        .formatted(name, modified);
  }

  private void deployed(String provider) throws IOException {
    file(
        "runfabric.yml",
        """
        service: shop
        provider: {name: %s, runtime: nodejs22.x, region: europe-west1}
        functions:
          cart: {handler: src/cart.handler, memory: 256, timeout: 30, environment: {MODE: fast}}
        stages:
          dev: {}
        """
            .formatted(provider));
    file(
        ".runfabric/dev.json",
        """
        {"version": 2, "service": "shop", "stage": "dev", "provider": "%1$s",
         "deploymentId": "%1$s-dev-1", "outputs": {"region": "europe-west1"},
         "functions": [{"function": "cart"}], "updatedAt": "2026-02-01T10:00:00Z"}
        """
            .formatted(provider));
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
