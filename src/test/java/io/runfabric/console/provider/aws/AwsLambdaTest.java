package io.runfabric.console.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.ReceiptFormat;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Resource;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real SDK against answers as AWS documents them.
class AwsLambdaTest {

  private static final String NAME = "shop-prod-api";
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20), 1);

  private static final String DESCRIBED =
      """
      {"Configuration": {
         "FunctionName": "shop-prod-api", "Runtime": "nodejs22.x", "Handler": "src/api.handler",
         "MemorySize": 256, "Timeout": 30, "CodeSha256": "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
         "LastModified": "2026-03-01T10:00:00.000+0000", "RevisionId": "r-1", "State": "Active",
         "LastUpdateStatus": "Successful", "PackageType": "Zip", "Architectures": ["arm64"],
         "Environment": {"Variables": {"MODE": "canary-value", "TABLE": "canary-value"}},
         "Layers": [{"Arn": "arn:aws:lambda:eu-central-1:123456789012:layer:base:3"}]},
       "Code": {"RepositoryType": "S3", "Location": "https://canary.example/signed"},
       "Tags": {"team": "shop"}}
      """;

  private LambdaServer server;
  private final List<AwsLambda> opened = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server = new LambdaServer();
  }

  @AfterEach
  void stop() {
    opened.forEach(AwsLambda::close);
    server.close();
  }

  @Test
  void aFunctionIsDescribedWithoutTheValuesOfItsVariables() throws Exception {
    server.function(NAME, LambdaServer.ok(DESCRIBED));

    Seen seen = look(receipt("{}", "")).getFirst();

    assertThat(seen).isInstanceOf(There.class);
    There there = (There) seen;
    assertThat(there.traits())
        .containsEntry(Trait.RUNTIME, "nodejs22.x")
        .containsEntry(Trait.HANDLER, "src/api.handler")
        .containsEntry(Trait.MEMORY, "256")
        .containsEntry(Trait.TIMEOUT, "30")
        .containsEntry(Trait.ARCHITECTURE, "arm64")
        .containsEntry(Trait.CODE_SHA256, "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=");
    assertThat(there.environment().orElseThrow()).containsExactly("MODE", "TABLE");
    assertThat(there.tags().orElseThrow()).isEqualTo(Map.of("team", "shop"));
    assertThat(there.layers().orElseThrow())
        .containsExactly("arn:aws:lambda:eu-central-1:123456789012:layer:base:3");
    assertThat(there.modified()).contains(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(there.trouble()).isEmpty();
    assertThat(there.toString()).doesNotContain("canary");
  }

  @Test
  void aFunctionIsAskedForByItsArnWhereTheReceiptHasOne() throws Exception {
    String arn = LambdaServer.arn("renamed");
    server.function(arn, LambdaServer.ok(DESCRIBED));

    List<Lookup> lookups = lookups(receipt("{\"arn_api\": \"" + arn + "\"}", ""));

    assertThat(lookups)
        .extracting(Lookup::resource)
        .containsExactly(new Resource("function", "renamed", "api", "functions[api]"));
    assertThat(look(lookups)).hasOnlyElementsOfType(There.class);
  }

  @Test
  void aDeletedFunctionIsGone() throws Exception {
    assertThat(look(receipt("{}", "")))
        .containsExactly(new Gone("Lambda has no such function in " + server.url()));
  }

  @Test
  void anAliasAFunctionUrlAndAnApiAreLookedForToo() throws Exception {
    String outputs =
        """
        {"url_api": "https://abc123.lambda-url.eu-central-1.on.aws/",
         "url": "https://a1b2c3.execute-api.eu-central-1.amazonaws.com"}
        """;
    String identifier = "\"resourceIdentifier\": \"" + LambdaServer.arn(NAME) + ":live\",";
    server
        .function(LambdaServer.arn(NAME), LambdaServer.ok(DESCRIBED))
        .on(
            "/2021-10-31/functions/" + LambdaServer.arn(NAME) + "/url",
            LambdaServer.ok(
                "{\"FunctionUrl\": \"https://xyz999.lambda-url.eu-central-1.on.aws/\"}"))
        .on(
            "/v2/apis/a1b2c3",
            LambdaServer.ok(
                "{\"apiEndpoint\": \"https://a1b2c3.execute-api.eu-central-1.amazonaws.com\"}"));

    List<Lookup> lookups = lookups(receipt(outputs, identifier));

    assertThat(lookups)
        .extracting(lookup -> lookup.resource().kind())
        .containsExactly("function", "alias", "function URL", "HTTP API");
    List<Seen> seen = look(lookups);
    assertThat(seen.get(1)).isEqualTo(new Gone("Lambda has no such alias in " + server.url()));
    assertThat(seen.get(2))
        .asInstanceOf(type(There.class))
        .extracting(there -> there.traits().get(Trait.URL))
        .isEqualTo("https://xyz999.lambda-url.eu-central-1.on.aws/");
    assertThat(seen.get(3)).isInstanceOf(There.class);
  }

  @Test
  void anApiWithAStageInItsPathMayBeOfTheOtherKindAndIsNotCalledGone() {
    String outputs = "{\"url\": \"https://a1b2c3.execute-api.eu-central-1.amazonaws.com/prod\"}";
    server.function(NAME, LambdaServer.ok(DESCRIBED));

    assertThatThrownBy(() -> look(receipt(outputs, "")))
        .isInstanceOfSatisfying(
            BackendException.class,
            e -> assertThat(e.sentence()).contains("REST APIs are not looked for"));
  }

  @Test
  void missingPermissionIsToldWithTheActionThatIsMissing() {
    server.function(NAME, LambdaServer.denied());

    assertThatThrownBy(() -> look(receipt("{}", "")))
        .isInstanceOfSatisfying(
            BackendException.class,
            e -> {
              assertThat(e.code()).isEqualTo(Code.DENIED);
              assertThat(e.remedy()).contains("lambda:GetFunction");
              assertThat(e.sentence() + e.remedy()).doesNotContain("canary");
            });
  }

  @Test
  void aThrottledRequestIsTriedAgain() throws Exception {
    server.function(NAME, LambdaServer.throttled(), LambdaServer.ok(DESCRIBED));

    assertThat(look(receipt("{}", ""))).hasOnlyElementsOfType(There.class);
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void throttlingThatDoesNotEndIsToldAndNotTakenForGone() {
    server.function(NAME, LambdaServer.throttled());

    assertThatThrownBy(() -> look(receipt("{}", "")))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE));
  }

  @Test
  void anAnswerThatIsNotUnderstoodIsAFailure() {
    server.function(NAME, LambdaServer.ok("<html>canary proxy</html>"));

    assertThatThrownBy(() -> look(receipt("{}", "")))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.sentence()).doesNotContain("canary"));
  }

  @Test
  void whatLambdaSaysIsWrongWithAFunctionIsTrouble() throws Exception {
    server.function(
        NAME,
        LambdaServer.ok(
            DESCRIBED.replace(
                "\"State\": \"Active\"",
                "\"State\": \"Failed\", \"StateReasonCode\": \"SubnetOutOfIPAddresses\"")));

    assertThat(look(receipt("{}", "")).getFirst())
        .asInstanceOf(type(There.class))
        .extracting(There::trouble)
        .isEqualTo("its state is Failed (SubnetOutOfIPAddresses)");
  }

  @Test
  void tagsThatMayNotBeReadAreNotTakenForNone() throws Exception {
    server.function(
        NAME,
        LambdaServer.ok(
            DESCRIBED.replace(
                "\"Tags\": {\"team\": \"shop\"}",
                "\"TagsError\": {\"ErrorCode\": \"AccessDeniedException\", \"Message\": \"no\"}")));

    assertThat(look(receipt("{}", "")).getFirst())
        .asInstanceOf(type(There.class))
        .satisfies(there -> {
          assertThat(there.tags()).isEmpty();
          assertThat(there.unclear()).containsKey("tags");
        });
  }

  @Test
  void anImageHasNoCodeToCompare() throws Exception {
    server.function(NAME, LambdaServer.ok(DESCRIBED.replace("\"Zip\"", "\"Image\"")));

    assertThat(look(receipt("{}", "")).getFirst())
        .asInstanceOf(type(There.class))
        .satisfies(there -> {
          assertThat(there.traits()).doesNotContainKey(Trait.CODE_SHA256);
          assertThat(there.unclear()).containsKey("code");
        });
  }

  @Test
  void aRegionThatIsNoneBecomesNoHostName() {
    assertThatThrownBy(() -> lookups(receipt("{\"region\": \"evil.example/#\"}", "")))
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
  }

  @Test
  void cancellingLeavesARequestThatIsNotAnswered() throws Exception {
    server.function(NAME, LambdaServer.ok(DESCRIBED)).delay(4_000);
    Cancellation cancellation = new Cancellation();
    Lookup lookup = lookups(receipt("{}", "")).getFirst();
    Thread.startVirtualThread(() -> {
      while (server.asked.isEmpty()) {
        Thread.onSpinWait();
      }
      cancellation.cancel();
    });
    long begun = System.nanoTime();

    assertThatThrownBy(() -> lookup.looking().look(cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void withoutCredentialsItDoesNotOpen() {
    Map<String, String> environment = new HashMap<>(server.environment());
    environment.remove("AWS_ACCESS_KEY_ID");
    environment.put("AWS_PROFILE", "no-such-profile");
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      assertThatThrownBy(
              () -> AwsLambda.open(new CloudAccess(environment, "eu-central-1", Path.of("."))))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.DENIED);
                assertThat(e.remedy()).contains("AWS_ACCESS_KEY_ID");
              });
    } finally {
      System.clearProperty("aws.disableEc2Metadata");
    }
  }

  private List<Lookup> lookups(Receipt receipt) throws BackendException {
    AwsLambda cloud =
        AwsLambda.open(new CloudAccess(server.environment(), "eu-central-1", Path.of(".")), SHORT);
    opened.add(cloud);
    return cloud.lookups(receipt);
  }

  private List<Seen> look(Receipt receipt) throws BackendException {
    return look(lookups(receipt));
  }

  private static List<Seen> look(List<Lookup> lookups) throws BackendException {
    List<Seen> seen = new ArrayList<>();
    for (Lookup lookup : lookups) {
      seen.add(lookup.looking().look(Cancellation.never()));
    }
    return seen;
  }

  private static Receipt receipt(String outputs, String identifier) throws Exception {
    return ReceiptFormat.read(
        """
        {"version": 2, "service": "shop", "stage": "prod", "provider": "aws-lambda",
         "outputs": %s, "functions": [{%s "function": "api"}]}
        """
            .formatted(outputs, identifier)
            .getBytes(StandardCharsets.UTF_8));
  }
}
