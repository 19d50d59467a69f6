package io.runfabric.console.provider.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.model.Receipt.DeployedFunction;
import io.runfabric.console.provider.AdapterContract;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Receipts;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.kinds.Clouds;
import io.runfabric.console.provider.rest.Login;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoogleCloudTest extends AdapterContract {

  private static final String LOCATION = "/v2/projects/shop-4711/locations/europe-west1/";
  private static final String FUNCTION = LOCATION + "functions/shop-prod-api";
  private static final String SERVICE = LOCATION + "services/shop-prod-api";

  @Override
  protected Recorded absent() {
    return error(404, "NOT_FOUND");
  }

  @Override
  protected Recorded denied() {
    return error(403, "PERMISSION_DENIED");
  }

  private static Recorded error(int status, String word) {
    return Recorded.json(
        status,
        """
        {"error": {"code": %d, "message": "quoted", "status": "%s"}}
        """
            .formatted(status, word));
  }

  @Override
  protected String path() {
    return FUNCTION;
  }

  @Override
  protected String fine() {
    return """
    {"name": "projects/shop-4711/locations/europe-west1/functions/shop-prod-api",
     "buildConfig": {"runtime": "nodejs20", "entryPoint": "handler", "source": {}},
     "serviceConfig": {
       "service": "projects/shop-4711/locations/europe-west1/services/shop-prod-api",
       "timeoutSeconds": 60, "availableMemory": "256M", "revision": "shop-prod-api-00003-abc",
       "environmentVariables": {"TABLE": "quoted", "LOG_EXECUTION_ID": "true"},
       "secretEnvironmentVariables": [{"key": "API_KEY", "secret": "quoted"}],
       "uri": "https://shop-prod-api-x2zq-ew.a.run.app"},
     "state": "ACTIVE", "updateTime": "2026-03-01T10:00:00.123456789Z",
     "labels": {"team": "shop"}, "environment": "GEN_2",
     "url": "https://europe-west1-shop-4711.cloudfunctions.net/shop-prod-api"}
    """;
  }

  private static String service() {
    return """
    {"name": "projects/shop-4711/locations/europe-west1/services/shop-prod-api",
     "etag": "\\"CJ\\"", "updateTime": "2026-03-01T10:00:00Z", "labels": {"team": "shop"},
     "uri": "https://shop-prod-api-x2zq-ew.a.run.app",
     "urls": ["https://shop-prod-api-1.europe-west1.run.app"],
     "latestReadyRevision":
       "projects/shop-4711/locations/europe-west1/services/shop-prod-api/revisions/r-3",
     "terminalCondition": {"type": "Ready", "state": "CONDITION_SUCCEEDED"},
     "template": {"timeout": "30s", "containers": [
       {"image": "quoted", "env": [{"name": "TABLE", "value": "quoted"}],
        "resources": {"limits": {"cpu": "1", "memory": "1Gi"}}}]}}
    """;
  }

  @Override
  protected Receipt receipt() {
    return receipt(Receipts.function("api"));
  }

  private static Receipt receipt(DeployedFunction function) {
    return Receipts.of("gcp-functions", Map.of("region", "europe-west1"), Map.of(), function);
  }

  private CloudAccess access() {
    Map<String, String> environment = new HashMap<>();
    environment.put("GCP_PROJECT_ID", "shop-4711");
    environment.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDFUNCTIONS", server.url() + "/");
    environment.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN", server.url());
    return new CloudAccess(environment, "us-east-1", folder);
  }

  @Override
  protected Cloud open() throws BackendException {
    return GoogleCloud.open(access(), () -> Login.bearer(RecordedCloud.TOKEN), "googleapis.com");
  }

  @Override
  protected Cloud openWithoutCredentials() throws BackendException {
    return Clouds.open(
        "gcp",
        new CloudAccess(
            Map.of("NO_GCE_CHECK", "true", "CLOUDSDK_CONFIG", folder.toString()), "", folder));
  }

  @Override
  protected String credential() {
    return "GOOGLE_APPLICATION_CREDENTIALS";
  }

  @Test
  void aFunctionIsDescribedWithoutTheValuesOfItsVariables() throws Exception {
    server.at(FUNCTION, fine());

    There there = there(first());

    assertThat(there.traits())
        .containsOnly(
            entry(Trait.RUNTIME, "nodejs20"),
            entry(Trait.MEMORY, "256"),
            entry(Trait.TIMEOUT, "60"),
            entry(Trait.REVISION, "shop-prod-api-00003-abc"),
            entry(Trait.URL, "https://shop-prod-api-x2zq-ew.a.run.app"));
    assertThat(there.environment().orElseThrow())
        .containsExactlyInAnyOrder("TABLE", "LOG_EXECUTION_ID", "API_KEY");
    assertThat(there.tags().orElseThrow()).containsOnly(entry("team", "shop"));
    assertThat(there.modified()).contains(Instant.parse("2026-03-01T10:00:00.123456789Z"));
    assertThat(there.toString()).doesNotContain("quoted");
  }

  @Test
  void ofTwoAddressesTheRecordedOneIsTold() throws Exception {
    server.at(FUNCTION, fine());
    String recorded = "https://europe-west1-shop-4711.cloudfunctions.net/shop-prod-api";
    Receipt receipt =
        Receipts.of(
            "gcp-functions",
            Map.of("region", "europe-west1", "url_api", recorded),
            Map.of(),
            Receipts.function("api"));

    assertThat(there(all(receipt).getFirst()).traits()).containsEntry(Trait.URL, recorded);
  }

  @Test
  void aFunctionThatFailedIsInTrouble() throws Exception {
    server.at(FUNCTION, fine().replace("ACTIVE", "FAILED"));

    assertThat(there(first()).trouble()).isEqualTo("its state is FAILED");
  }

  @Test
  void whatCloudFunctionsDoesNotHaveMayBeAServiceOfCloudRun() throws Exception {
    server.at(SERVICE, service());

    There there = there(first());

    assertThat(there.traits())
        .containsOnly(
            entry(Trait.MEMORY, "1024"),
            entry(Trait.TIMEOUT, "30"),
            entry(Trait.REVISION, "r-3"),
            entry(Trait.URL, "https://shop-prod-api-x2zq-ew.a.run.app"));
    assertThat(there.environment().orElseThrow()).containsExactly("TABLE");
    assertThat(there.trouble()).isEmpty();
  }

  @Test
  void aServiceThatIsNotReadyIsInTrouble() throws Exception {
    server.at(
        SERVICE,
        service()
            .replace(
                "\"CONDITION_SUCCEEDED\"",
                "\"CONDITION_FAILED\", \"reason\": \"CONTAINER_MISSING\", \"message\":"
                    + " \"quoted\""));

    assertThat(there(first()).trouble()).isEqualTo("it is not ready (CONTAINER_MISSING)");
  }

  @Test
  void aServiceIsLookedForInCloudRunFirst() throws Exception {
    server.at(SERVICE, service());
    DeployedFunction run = Receipts.function("api", "", "", Map.of("serviceType", "cloud-run"));

    assertThat(all(receipt(run)).getFirst()).isInstanceOf(There.class);
    assertThat(server.requests()).containsExactly(SERVICE);
  }

  @Test
  void aFunctionThatNeitherHasIsGone() throws Exception {
    assertThat(first())
        .isEqualTo(
            new Gone(
                "neither Cloud Functions nor Cloud Run has it in project shop-4711, europe-west1"));
    assertThat(server.requests()).containsExactly(FUNCTION, SERVICE);
  }

  @Test
  void whetherItIsGoneIsNotToldWhenCloudRunMayNotBeAsked() {
    server.at(SERVICE, denied());

    assertThat(failure().remedy()).contains("run.services.get");
  }

  @Test
  void theFullNameInTheReceiptWins() throws Exception {
    String full = "projects/other-4712/locations/us-central1/functions/mine";
    server.at("/v2/" + full, fine());

    assertThat(all(receipt(Receipts.function("api", "api", full, Map.of()))).getFirst())
        .isInstanceOf(There.class);
  }

  @Test
  void whatIsNoNameOfGooglesIsNotAskedFor() throws Exception {
    for (String name : new String[] {"../x", "a/b", "a?b", "a b", "x".repeat(64), "ä"}) {
      assertThatThrownBy(() -> all(receipt(Receipts.function("api", name, "", Map.of()))))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void withoutAProjectTheVariableIsNamed() throws Exception {
    try (Cloud cloud =
        GoogleCloud.open(
            new CloudAccess(Map.of(), "europe-west1", folder), Map::of, "googleapis.com")) {
      assertThatThrownBy(() -> cloud.lookups(receipt()))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.remedy()).contains("GCP_PROJECT_ID"));
    }
  }

  @Test
  void anEndpointElsewhereMustNotComeFromAProjectsFile() {
    String variable = "CLOUDSDK_API_ENDPOINT_OVERRIDES_RUN";
    CloudAccess access =
        new CloudAccess(
            Map.of(variable, "https://elsewhere.example"), "", folder, Set.of(variable));

    assertThatThrownBy(() -> GoogleCloud.open(access, Map::of, "googleapis.com").close())
        .isInstanceOf(BackendException.class)
        .hasMessageContaining(variable);
  }

  @Test
  void aUsersLoginIsExchangedForAToken() throws Exception {
    server
        .at(FUNCTION, fine())
        .at(
            "/token",
            "{\"access_token\": \"fresh\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}");
    Files.writeString(
        folder.resolve("key.json"),
        """
        {"type": "authorized_user", "client_id": "id", "client_secret": "geheim",
         "refresh_token": "geheim", "token_uri": "%s/token"}
        """
            .formatted(server.url()));
    Map<String, String> environment = new HashMap<>(access().environment());
    environment.put("GOOGLE_APPLICATION_CREDENTIALS", "key.json");
    try (Cloud cloud = Clouds.open("gcp-functions", new CloudAccess(environment, "", folder))) {
      assertThat(cloud.lookups(receipt()).getFirst().looking().look(Cancellation.never()))
          .isInstanceOf(There.class);
    }
    assertThat(server.tokens()).last().isEqualTo("Bearer fresh");
  }
}
