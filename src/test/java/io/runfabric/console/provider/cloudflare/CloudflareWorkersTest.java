package io.runfabric.console.provider.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Receipt;
import io.runfabric.console.provider.AdapterContract;
import io.runfabric.console.provider.Cloud;
import io.runfabric.console.provider.CloudAccess;
import io.runfabric.console.provider.Gone;
import io.runfabric.console.provider.Lookup;
import io.runfabric.console.provider.Receipts;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import io.runfabric.console.provider.There;
import io.runfabric.console.provider.Trait;
import io.runfabric.console.provider.kinds.Clouds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudflareWorkersTest extends AdapterContract {

  private static final String ACCOUNT = "0123456789abcdef0123456789abcdef";
  private static final String SCRIPTS = "/client/v4/accounts/" + ACCOUNT + "/workers/scripts";
  private static final String ADDRESS = SCRIPTS + "/shop-prod/subdomain";

  @Override
  protected Recorded absent() {
    return error(404, 10007);
  }

  @Override
  protected Recorded denied() {
    return error(403, 10000);
  }

  private static Recorded error(int status, int code) {
    return Recorded.json(
        status,
        """
        {"success": false, "errors": [{"code": %d, "message": "quoted"}], "messages": [],
         "result": null}
        """
            .formatted(code));
  }

  @Override
  protected String path() {
    return SCRIPTS;
  }

  @Override
  protected String fine() {
    return """
    {"success": true, "errors": [], "messages": [], "result": [
      {"id": "other", "etag": "e1", "modified_on": "2026-02-01T10:00:00Z"},
      {"id": "shop-prod", "etag": "e2", "handlers": ["fetch"],
       "modified_on": "2026-03-01T10:00:00.123456Z"}]}
    """;
  }

  @Override
  protected Receipt receipt() {
    return receipt(Map.of());
  }

  private static Receipt receipt(Map<String, String> metadata) {
    return Receipts.of(
        "cloudflare-workers",
        Map.of("url", "https://shop-prod.acme.workers.dev"),
        metadata,
        Receipts.function("api"));
  }

  @Override
  protected Cloud open() throws BackendException {
    return Clouds.open(
        "cloudflare-workers",
        access(
            Map.of(
                "CLOUDFLARE_API_TOKEN",
                RecordedCloud.TOKEN,
                "CLOUDFLARE_ACCOUNT_ID",
                ACCOUNT,
                "CLOUDFLARE_API_BASE_URL",
                server.url() + "/client/v4")));
  }

  private CloudAccess access(Map<String, String> environment) {
    return new CloudAccess(environment, "us-east-1", folder);
  }

  @Override
  protected Cloud openWithoutCredentials() throws BackendException {
    return Clouds.open("cloudflare", access(Map.of()));
  }

  @Override
  protected String credential() {
    return "CLOUDFLARE_API_TOKEN";
  }

  private void on(boolean enabled) {
    server.at(
        ADDRESS, "{\"success\": true, \"errors\": [], \"result\": {\"enabled\": " + enabled + "}}");
  }

  @Test
  void aWorkerHasARevisionAndATime() throws Exception {
    server.at(SCRIPTS, fine());

    There there = there(first());

    assertThat(there.traits()).containsOnly(entry(Trait.REVISION, "e2"));
    assertThat(there.modified()).contains(Instant.parse("2026-03-01T10:00:00.123456Z"));
  }

  @Test
  void aWorkerThatTheAccountDoesNotListIsGone() throws Exception {
    server.at(SCRIPTS, fine().replace("shop-prod", "shop-dev"));

    assertThat(all(receipt())).hasSize(2).allMatch(Gone.class::isInstance);
  }

  @Test
  void aWorkerOnWorkersDevAnswersThere() throws Exception {
    server.at(SCRIPTS, fine());
    on(true);

    assertThat(there(all(receipt()).get(1)).trouble()).isEmpty();
  }

  @Test
  void aWorkerThatWasTakenOffWorkersDevIsInTrouble() throws Exception {
    server.at(SCRIPTS, fine());
    on(false);

    assertThat(there(all(receipt()).get(1)).trouble())
        .isEqualTo("workers.dev is switched off for the worker");
  }

  @Test
  void anAccountThatIsNotKnownTellsNothingOfItsWorkers() {
    server.at(SCRIPTS, error(404, 10007));

    assertThat(failure().code()).isEqualTo(Code.DAMAGED);
  }

  @Test
  void anAnswerWithoutSuccessIsNone() {
    server.at(SCRIPTS, fine().replace("true", "false"));

    assertThat(failure().code()).isEqualTo(Code.DAMAGED);
  }

  @Test
  void oneAccountIsListedOnceForAllStages() throws Exception {
    server.at(SCRIPTS, fine());
    on(true);
    try (Cloud cloud = open()) {
      for (int stages = 0; stages < 3; stages++) {
        for (Lookup lookup : cloud.lookups(receipt(Map.of("worker", "shop-prod")))) {
          assertThat(lookup.looking().look(Cancellation.never())).isInstanceOf(There.class);
        }
      }
    }
    assertThat(server.requests()).filteredOn(SCRIPTS::equals).hasSize(1);
  }

  @Test
  void whatIsNoNameOfCloudflaresIsNotAskedFor() throws Exception {
    for (Map<String, String> metadata :
        List.<Map<String, String>>of(
            Map.of("worker", "../x"), Map.of("worker", "a/b"), Map.of("account_id", "../../x"))) {
      assertThatThrownBy(() -> all(receipt(metadata)))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID));
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTokenThatCannotBeSentIsNotQuoted() throws Exception {
    Map<String, String> environment =
        Map.of("CF_API_TOKEN", RecordedCloud.TOKEN + "\n", "CLOUDFLARE_ACCOUNT_ID", ACCOUNT);
    try (Cloud cloud = Clouds.open("cloudflare", access(environment))) {
      assertThat(cloud.lookups(receipt())).hasSize(2);
    }
    String broken = RecordedCloud.TOKEN + "\nX: y";
    try (Cloud cloud =
        Clouds.open(
            "cloudflare",
            access(Map.of("CF_API_TOKEN", broken, "CLOUDFLARE_ACCOUNT_ID", ACCOUNT)))) {
      assertThatThrownBy(
              () -> cloud.lookups(receipt()).getFirst().looking().look(Cancellation.never()))
          .hasMessageContaining("none that can be sent")
          .hasMessageNotContaining(RecordedCloud.TOKEN);
    }
  }
}
