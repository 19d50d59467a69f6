package io.runfabric.console.provider.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.provider.AdapterContract;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Receipts;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import io.runfabric.console.provider.Seen;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.rest.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureFunctionsTest extends AdapterContract {

  private static final String SUBSCRIPTION = "00000000-0000-0000-0000-00000000abcd";
  private static final String APP =
      "/subscriptions/"
          + SUBSCRIPTION
          + "/resourceGroups/shop-prod/providers/Microsoft.Web/sites/shop-prod";
  private static final String VERSION = "?api-version=2023-12-01";
  private static final String FUNCTIONS = APP + "/functions" + VERSION;
  private static final String SETTINGS = APP + "/config/web" + VERSION;

  @Override
  protected Recorded absent() {
    return error(404, "ResourceNotFound");
  }

  @Override
  protected Recorded denied() {
    return error(403, "AuthorizationFailed");
  }

  private static Recorded error(int status, String code) {
    return Recorded.json(
        status,
        """
        {"error": {"code": "%s", "message": "quoted"}}
        """
            .formatted(code));
  }

  @Override
  protected String path() {
    return APP + VERSION;
  }

  @Override
  protected String fine() {
    return """
    {"id": "%s", "name": "shop-prod", "type": "Microsoft.Web/sites", "kind": "functionapp,linux",
     "location": "West Europe", "tags": {"team": "shop"}, "etag": "1DB",
     "properties": {"state": "Running", "enabled": true,
       "hostNames": ["shop.example.com", "shop-prod.azurewebsites.net"],
       "defaultHostName": "shop-prod.azurewebsites.net",
       "lastModifiedTimeUtc": "2026-03-01T10:00:00.5666667",
       "functionAppConfig": {"runtime": {"name": "python", "version": "3.12"}}}}
    """
        .formatted(APP);
  }

  private void withFunctions() {
    server
        .at(path(), fine())
        .at(
            FUNCTIONS,
            """
            {"value": [{"name": "shop-prod/api", "properties": {"name": "api"}}],
             "nextLink": "%s"}
            """
                .formatted(server.url() + FUNCTIONS + "&$skipToken=2"))
        .at(
            FUNCTIONS + "&$skipToken=2",
            """
            {"value": [{"name": "shop-prod/Worker", "properties": {"isDisabled": true}}],
             "nextLink": null}
            """)
        .at(SETTINGS, "{\"properties\": {\"linuxFxVersion\": \"Node|20\"}}");
  }

  @Override
  protected Receipt receipt() {
    return receipt(Map.of("url", "https://shop-prod.azurewebsites.net/api"), "api");
  }

  private static Receipt receipt(Map<String, String> outputs, String function) {
    return Receipts.of("azure-functions", outputs, Map.of(), Receipts.function(function));
  }

  private CloudAccess access(Map<String, String> environment) {
    return new CloudAccess(environment, "us-east-1", folder);
  }

  @Override
  protected Cloud open() throws BackendException {
    return AzureFunctions.open(
        access(
            Map.of(
                "AZURE_SUBSCRIPTION_ID",
                SUBSCRIPTION,
                "AZURE_RESOURCE_MANAGER_ENDPOINT",
                server.url())),
        () -> Login.bearer(RecordedCloud.TOKEN));
  }

  @Override
  protected Cloud openWithoutCredentials() throws BackendException {
    return AzureFunctions.open(
        access(Map.of()),
        new Patience(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofSeconds(5), 1));
  }

  @Override
  protected String credential() {
    return "AZURE_TENANT_ID";
  }

  @Test
  void anAppIsDescribedAndItsSettingsAreNotAskedFor() throws Exception {
    withFunctions();

    There there = there(first());

    assertThat(there.traits())
        .containsOnly(
            entry(Trait.URL, "https://shop-prod.azurewebsites.net"), entry(Trait.REVISION, "1DB"));
    assertThat(there.modified()).contains(Instant.parse("2026-03-01T10:00:00.566666700Z"));
    assertThat(there.environment()).isEmpty();
    assertThat(there.unclear()).containsKey("environment");
    assertThat(server.requests()).noneMatch(path -> path.contains("appsettings"));
  }

  @Test
  void anAppThatIsStoppedIsInTrouble() throws Exception {
    server.at(path(), fine().replace("Running", "Stopped"));
    server.at(FUNCTIONS, "{\"value\": []}");

    assertThat(there(first()).trouble()).isEqualTo("its state is Stopped");
  }

  @Test
  void anAppAnswersUnderItsOwnNameToo() throws Exception {
    withFunctions();

    List<Seen> seen = all(receipt(Map.of("url", "https://SHOP.example.com/api"), "api"));

    assertThat(there(seen.getFirst()).traits())
        .containsEntry(Trait.URL, "https://shop.example.com");
  }

  @Test
  void aFunctionHasTheRuntimeOfItsApp() throws Exception {
    withFunctions();

    assertThat(there(all(receipt()).get(1)).traits())
        .containsOnly(entry(Trait.RUNTIME, "nodejs20"));
  }

  @Test
  void aFlexAppKeepsItsRuntimeElsewhere() throws Exception {
    withFunctions();
    server.at(SETTINGS, "{\"properties\": {\"linuxFxVersion\": \"\"}}");

    assertThat(there(all(receipt()).get(1)).traits())
        .containsOnly(entry(Trait.RUNTIME, "python3.12"));
  }

  @Test
  void aFunctionOnALaterPageIsFound() throws Exception {
    withFunctions();

    assertThat(there(all(receipt(Map.of(), "worker")).get(1)).trouble())
        .isEqualTo("it is disabled");
  }

  @Test
  void aFunctionThatTheAppDoesNotListIsGone() throws Exception {
    withFunctions();

    assertThat(all(receipt(Map.of(), "jobs")).get(1))
        .isEqualTo(new Gone("function app shop-prod has no such function"));
  }

  @Test
  void anAppThatWasDeletedIsGoneWithItsFunctions() throws Exception {
    assertThat(all(receipt())).hasSize(2).allMatch(Gone.class::isInstance);
  }

  @Test
  void aSubscriptionThatIsNotSeenTellsNothingOfTheApp() {
    server.at(path(), error(404, "SubscriptionNotFound"));

    assertThat(failure().code()).isEqualTo(Code.DAMAGED);
  }

  @Test
  void aPageOnAnotherServerIsNotAskedFor() throws Exception {
    withFunctions();
    try (RecordedCloud other = new RecordedCloud(absent())) {
      server.at(FUNCTIONS, "{\"value\": [], \"nextLink\": \"" + other.url() + "/x\"}");

      assertThatThrownBy(() -> all(receipt())).hasMessageContaining("another server");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void theFunctionsOfOneAppAreListedOnce() throws Exception {
    withFunctions();
    Receipt two =
        Receipts.of(
            "azure-functions",
            Map.of(),
            Map.of(),
            Receipts.function("api"),
            Receipts.function("worker"));

    assertThat(all(two)).hasSize(3);
    assertThat(server.requests()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoNameOfAzuresIsNotAskedFor() throws Exception {
    for (String name : List.of("..", "a/b", "a%2fb", "a?b", "-a")) {
      assertThatThrownBy(() -> all(receipt(Map.of("app_name", name), "api")))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID))
          .hasMessageContaining("the function app's name");
    }
    assertThat(server.requests()).isEmpty();
  }
}
