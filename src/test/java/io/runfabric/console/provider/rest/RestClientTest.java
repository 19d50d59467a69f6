package io.runfabric.console.provider.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.provider.RecordedCloud;
import io.runfabric.console.provider.RecordedCloud.Recorded;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RestClientTest {

  private static final Attempt LOOK = new Attempt("look for x", "things.get", "");
  private static final Recorded FINE = Recorded.json(200, "{\"name\": \"x\"}");

  private RecordedCloud server;

  @BeforeEach
  void start() throws Exception {
    server = new RecordedCloud(Recorded.json(404, "{\"none\": true}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRequestThatIsThrottledForEverIsTriedFiveTimes() {
    server.at("/x", Recorded.throttled("0"));

    BackendException failure = failure("/x");

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void whenOneRequestIsThrottledTheOthersWaitToo() throws Exception {
    server.at("/throttled", Recorded.throttled("3600")).at("/other", FINE);
    try (RestClient client = client(Map.of())) {
      for (String path : List.of("/throttled", "/other")) {
        BackendException failure =
            catchThrowableOfType(
                BackendException.class, () -> client.get(LOOK, path, Cancellation.never()));

        assertThat(failure).hasMessageContaining("throttling");
      }
    }
    assertThat(server.requests()).containsExactly("/throttled");
  }

  @Test
  void onceTheServiceMayBeAskedAgainAllAreAnswered() throws Exception {
    server.at("/throttled", Recorded.throttled("1"), FINE).at("/other", FINE);
    try (RestClient client = client(Map.of())) {
      get(client, "/throttled");
      get(client, "/other");
    }
    assertThat(server.requests()).containsExactly("/throttled", "/throttled", "/other");
  }

  @Test
  void cancellingEndsTheWaitForAThrottledService() throws Exception {
    server.at("/x", Recorded.throttled("30"));
    Cancellation cancellation = new Cancellation();
    try (RestClient client = client(Map.of())) {
      CompletableFuture<?> looking =
          CompletableFuture.runAsync(() -> get(client, "/x", cancellation));
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      cancellation.cancel();

      assertThat(looking)
          .failsWithin(Duration.ofSeconds(1))
          .withThrowableThat()
          .havingRootCause()
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aServerThatIsSilentIsLeftInTime() {
    server.at("/x", Recorded.silence());

    BackendException failure = failure("/x");

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessage("cannot look for x: no answer in time");
  }

  @Test
  void anAnswerThatIsTooLargeIsRefused() {
    server.at("/x", "{\"a\": \"" + "x".repeat(Received.LARGEST) + "\"}");

    assertThat(failure("/x")).hasMessageContaining("larger than 8 MB");
  }

  @Test
  void aFieldOfAnotherTypeIsNamedAndNotQuoted() throws Exception {
    server.at("/x", "{\"a\": {\"b\": [\"quoted\"]}}");
    try (RestClient client = client(Map.of())) {
      Answer answer = client.get(LOOK, "/x", Cancellation.never()).orElseThrow();

      BackendException failure =
          catchThrowableOfType(BackendException.class, () -> answer.object("a").text("b"));

      assertThat(failure.code()).isEqualTo(Code.DAMAGED);
      assertThat(failure)
          .hasMessage("cannot look for x: the answer is not what Things documents: a.b is no text");
    }
  }

  @Test
  void aServiceThatFailsIsUnreachableAndOneThatRefusesIsNot() {
    server.at("/500", Recorded.json(500, "quoted")).at("/400", Recorded.json(400, "quoted"));

    assertThat(failure("/500").code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure("/400").code()).isEqualTo(Code.DAMAGED);
  }

  @Test
  void nobodyListeningIsUnreachable() {
    server.close();

    assertThat(failure("/x")).hasMessageContaining("the connection is refused");
  }

  @Test
  void aTokenThatIsNoHeaderIsNotSentAndNotQuoted() {
    BackendException failure =
        catchThrowableOfType(
            BackendException.class,
            () -> {
              try (RestClient client = client(Login.bearer("geheim\r\nX: y"))) {
                client.get(LOOK, "/x", Cancellation.never());
              }
            });

    assertThat(failure).hasMessageNotContaining("geheim").hasNoCause();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void onlyHttpsIsAnEndpointExceptOnThisMachine() {
    for (String fine :
        new String[] {
          "https://api.example.com/v4/",
          "http://127.0.0.1:8001",
          "http://localhost",
          "http://[::1]:1"
        }) {
      assertThat(Endpoint.checked(fine)).as(fine).isPresent();
    }
    for (String bad :
        new String[] {
          "http://api.example.com",
          "https://user:pass@api.example.com",
          "https://api.example.com?x=y",
          "ftp://localhost",
          "file:///etc/passwd",
          "https:///x",
          "no URL",
          ""
        }) {
      assertThat(Endpoint.checked(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void aLinkMayNameThePortThatIsMeantAnyway() {
    RestService service =
        new RestService("Things", URI.create("https://a.example"), "", (_, _) -> true);

    assertThat(service.serves(URI.create("https://A.example:443/x?y=z"))).isTrue();
    for (String elsewhere :
        new String[] {
          "http://a.example/", "https://a.example:444/", "https://b.example/", "/x", "https:x"
        }) {
      assertThat(service.serves(URI.create(elsewhere))).as(elsewhere).isFalse();
    }
  }

  private BackendException failure(String path) {
    BackendException failure =
        catchThrowableOfType(
            BackendException.class,
            () -> {
              try (RestClient client = client(Map.of())) {
                client.get(LOOK, path, Cancellation.never());
              }
            });
    assertThat(failure).isNotNull().hasMessageNotContaining("quoted");
    return failure;
  }

  private static void get(RestClient client, String path) {
    get(client, path, Cancellation.never());
  }

  private static void get(RestClient client, String path, Cancellation cancellation) {
    try {
      assertThat(client.get(LOOK, path, cancellation)).isPresent();
    } catch (BackendException e) {
      throw new IllegalStateException(e);
    }
  }

  private RestClient client(Map<String, String> headers) {
    RestService service =
        new RestService("Things", URI.create(server.url()), "sign in", (_, _) -> true);
    Patience patience =
        new Patience(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(60), 5);
    return new RestClient(service, () -> headers, patience, HttpClient.newBuilder());
  }
}
