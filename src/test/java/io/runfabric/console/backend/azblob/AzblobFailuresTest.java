package io.runfabric.console.backend.azblob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.backend.aws.ScriptedServer.Script;
import io.runfabric.console.backend.document.FileLocks;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Azure's failures become: one typed error that says what was tried, what failed and what to
/// do.
@Timeout(20)
class AzblobFailuresTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(5), 2);
  private static final LockFormat FORMAT =
      new LockFormat(Instant.EPOCH, Duration.ofMinutes(1), _ -> false);
  private static final Range EVERYTHING = new Range("state/", true);
  private static final Precondition STORED = new Precondition.Matches(new Revision("0x1"));

  @Test
  void aWrongKeyIsDenied() {
    String wrong = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    Map<String, String> environment = AzuriteServer.running().environment();
    environment.computeIfPresent(
        Variables.CONNECTION_STRING, (_, text) -> text.replace(AzuriteServer.KEY, wrong));

    BackendException failure = listing(environment, Patience.STANDARD);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("does not let these credentials in");
    assertThat(failure.remedy()).contains("check the account key");
  }

  @ParameterizedTest
  @CsvSource({
    "403, AuthenticationFailed, DENIED, the credentials are not accepted (AuthenticationFailed)",
    "403, AuthorizationPermissionMismatch, DENIED, permission is missing",
    "403, AuthorizationFailure, DENIED, does not let these credentials in from here",
    "403, AuthorizationSourceIPMismatch, DENIED, does not let these credentials in from here",
    "403, AuthorizationResourceTypeMismatch, DENIED, the SAS is for something else",
    "403, KeyBasedAuthenticationNotPermitted, DENIED, the account takes no account keys",
    "409, PublicAccessNotPermitted, DENIED, lets nobody in without credentials",
    "403, AccountIsDisabled, DENIED, AccountIsDisabled (403)",
    "404, ContainerNotFound, NOT_FOUND, the container does not exist",
    "409, ContainerBeingDeleted, NOT_FOUND, the container is being deleted",
    "404, ResourceNotFound, NOT_FOUND, it does not exist",
    "400, InvalidResourceName, DAMAGED, refused with InvalidResourceName (400)",
    "505, '', UNREACHABLE, failed with status 505",
  })
  void aRefusalSaysWhatItMeans(int status, String code, Code expected, String words)
      throws Exception {
    try (ScriptedServer server = new ScriptedServer(refusing(status, code))) {
      BackendException failure = listing(server.endpoint());

      assertThat(failure.code()).isEqualTo(expected);
      assertThat(failure).hasMessageContaining(words);
      assertThat(failure.sentence()).contains("(" + server.endpoint() + ")");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void aMissingPermissionIsNamedByRoleAndByLetter() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(refusing(403, "AuthorizationPermissionMismatch"));
        AzblobDocumentStore store = store(server.endpoint())) {
      assertThat(listing(server.endpoint()).remedy())
          .contains("'Storage Blob Data Reader'", "permission 'l'");
      assertThatThrownBy(() -> store.put("a", new byte[0], STORED))
          .isInstanceOfSatisfying(
              BackendException.class,
              e -> assertThat(e.remedy()).contains("'Storage Blob Data Contributor'", "'cw'"));
    }
  }

  @Test
  void aBlobThatMayNotBeReadIsOneUnreadableDocument() throws Exception {
    for (String code :
        List.of(
            "AuthorizationPermissionMismatch",
            "BlobArchived",
            "BlobBeingRehydrated",
            "BlobUsesCustomerSpecifiedEncryption")) {
      try (ScriptedServer server = new ScriptedServer(refusing(409, code));
          AzblobDocumentStore store = store(server.endpoint())) {
        assertCode(Code.UNREADABLE_DOCUMENT, () -> store.get("state/a"));
      }
    }
  }

  @Test
  void whatIsStoredOtherwiseIsAConflictAndNothingElseIs() throws Exception {
    Map<String, Code> codes =
        Map.of(
            "BlobAlreadyExists", Code.CONFLICT,
            "ConditionNotMet", Code.CONFLICT,
            "BlobNotFound", Code.CONFLICT,
            "LeaseIdMissing", Code.LOCKED,
            "BlobImmutableDueToPolicy", Code.DENIED,
            "UnauthorizedBlobOverwrite", Code.DENIED,
            "ContainerBeingDeleted", Code.NOT_FOUND,
            "InvalidBlobType", Code.DAMAGED);
    for (Map.Entry<String, Code> expected : codes.entrySet()) {
      for (int status : new int[] {409, 412}) {
        try (ScriptedServer server = new ScriptedServer(refusing(status, expected.getKey()));
            AzblobDocumentStore store = store(server.endpoint())) {
          assertCode(expected.getValue(), () -> store.put("a", new byte[0], STORED));
          assertCode(expected.getValue(), () -> store.delete("a", new Revision("0x1")));
        }
      }
    }
  }

  @Test
  void whoMayOnlyCreateIsToldOfABlobThatIsThere() throws Exception {
    try (ScriptedServer server = new ScriptedServer(refusing(403, "UnauthorizedBlobOverwrite"));
        AzblobDocumentStore store = store(server.endpoint())) {
      assertCode(Code.CONFLICT, () -> store.put("a", new byte[0], Precondition.ABSENT));
    }
  }

  @Test
  void aClockThatIsWrongSaysSo() throws Exception {
    String answer =
        "HTTP/1.1 403 Forbidden\r\nDate: Sat, 01 Jan 2022 00:00:00 GMT\r\n"
            + "x-ms-error-code: AuthenticationFailed\r\nContent-Length: 0\r\n\r\n";
    try (ServerSocket server = saying(answer)) {
      assertThat(listing("http://127.0.0.1:" + server.getLocalPort()))
          .hasMessageContaining("this machine's clock differs from the service's");
    }
  }

  @Test
  void nobodyListeningIsUnreachable() throws Exception {
    BackendException failure = listing("http://127.0.0.1:" + freePort());

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure)
        .hasMessageContaining("the connection is refused")
        .hasCauseInstanceOf(Exception.class);
  }

  @Test
  void aHostThatDoesNotExistIsUnreachable() {
    BackendException failure = listing("http://no-such-host.invalid:9000");

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(failure).hasMessageContaining("the host name is unknown");
  }

  @Test
  void aServerWithoutTlsIsNotTrusted() throws Exception {
    try (ServerSocket server = saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      BackendException failure = listing("https://127.0.0.1:" + server.getLocalPort());

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no trusted TLS connection");
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT)) {
      BackendException failure = listing(AzuriteServer.environment(server.endpoint()), SHORT);

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no answer in time");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void anAnswerThatIsNotTheServicesSaysSo() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) -> new Answer(200, "text/html", "<html><p>Sign in", 0))) {
      BackendException failure = listing(server.endpoint());

      assertThat(failure.code()).isEqualTo(Code.DAMAGED);
      assertThat(failure).hasMessageContaining("the answer is none of Azure's Blob service");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatMayPassIsWaitedOut(int status) throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((nth, request) ->
                nth < 3
                    ? refusing(status, "ServerBusy").to(nth, request)
                    : ListAnswer.page(List.of("state/a")));
        AzblobDocumentStore store = store(server.endpoint())) {
      List<String> keys = new ArrayList<>();

      store.list(EVERYTHING, listed -> keys.add(listed.key()), Cancellation.never());

      assertThat(keys).containsExactly("state/a");
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @Test
  void throttlingWithoutEndSaysToReadLessAtOnce() throws Exception {
    try (ScriptedServer server = new ScriptedServer(refusing(503, "ServerBusy"))) {
      BackendException failure = listing(AzuriteServer.environment(server.endpoint()), SHORT);

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("throttling");
      assertThat(failure.remedy()).contains("RUNFABRIC_CONSOLE_READS");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void halfADocumentIsAskedForAnew() throws Exception {
    Answer whole = Answer.xml(200, "{\"n\": 1}");
    try (ScriptedServer server =
            new ScriptedServer((nth, request) -> {
              assertThat(request.getRequestHeaders().getFirst("If-Match")).isNull();
              return nth == 1 ? whole.brokenOff(20) : whole;
            });
        AzblobDocumentStore store = store(server.endpoint())) {
      byte[] content = store.get("state/a").orElseThrow().content();

      assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("{\"n\": 1}");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void halfADocumentTimeAndAgainIsUnreachable() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((_, _) -> Answer.xml(200, "{\"n\": 1}").brokenOff(20));
        AzblobDocumentStore store = store(server.endpoint())) {
      assertThatThrownBy(() -> store.get("state/a"))
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.UNREACHABLE))
          .hasMessageContaining("no whole answer came");
      assertThat(server.requests()).isEqualTo(Patience.STANDARD.attempts());
    }
  }

  @Test
  void aListingThatSaysThereIsMoreAndNotWhereIsNoEndlessOne() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, _) -> ListAnswer.of("", "again"))) {
      BackendException failure = listing(server.endpoint());

      assertThat(failure.code()).isEqualTo(Code.DAMAGED);
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void aListingIsCancelledWhileTheServerIsSilent() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT);
        AzblobDocumentStore store = store(server.endpoint())) {
      assertCancelledWithinASecond(cancellation -> store.list(EVERYTHING, _ -> {}, cancellation));
    }
  }

  @Test
  void readingDocumentsIsCancelledWhileTheServerIsSilent() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((nth, request) ->
                nth == 1 ? ListAnswer.page(lockKeys(50)) : ScriptedServer.SILENT.to(nth, request));
        AzblobDocumentStore store = store(server.endpoint())) {
      LockCollection locks = new FileLocks("azblob", store, "state/", false);
      assertCancelledWithinASecond(cancellation -> locks.list(FORMAT, cancellation));
    }
  }

  @Test
  void locksAreReadManyAtOnce() throws Exception {
    List<String> keys = lockKeys(64);
    try (ScriptedServer server =
            new ScriptedServer((nth, _) -> nth == 1 ? ListAnswer.page(keys) : slowly("{}"));
        AzblobDocumentStore store = store(server.endpoint())) {
      LockCollection locks = new FileLocks("azblob", store, "state/", false);
      long started = System.nanoTime();

      var found = locks.list(FORMAT, Cancellation.never());

      assertThat(found).extracting(lock -> lock.ref().key()).containsExactlyElementsOf(keys);
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void aSharedAccessSignatureIsSentAndNeverShown() throws Exception {
    List<String> queries = new ArrayList<>();
    try (ScriptedServer server =
        new ScriptedServer((nth, request) -> {
          queries.add(request.getRequestURI().getRawQuery());
          return refusing(403, "AuthenticationFailed").to(nth, request);
        })) {
      Map<String, String> environment =
          Map.of(
              Variables.CONNECTION_STRING,
              "BlobEndpoint="
                  + server.endpoint()
                  + "/acc;SharedAccessSignature=sv=2024-08-04&sp=rl&sig=geheim%3D");
      BackendException failure = listing(environment, Patience.STANDARD);

      assertThat(queries).singleElement().asString().contains("sig=geheim%3D");
      assertThat(failure.sentence() + failure.remedy()).doesNotContain("geheim", "sig=");
      try (AzblobDocumentStore store = store(environment, Patience.STANDARD)) {
        assertThat(store.location()).isEqualTo("azblob://acc/container/state");
      }
    }
  }

  /// A server that says the same to whoever connects, whatever is asked.
  private static ServerSocket saying(String answer) throws IOException {
    ServerSocket server = new ServerSocket(0);
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        try (Socket client = server.accept()) {
          client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          client.shutdownOutput();
          client.getInputStream().readAllBytes();
        } catch (IOException _) {
          // This one has left, or the test has ended.
        }
      }
    });
    return server;
  }

  private interface Work {
    void with(Cancellation cancellation) throws BackendException;
  }

  private static void assertCancelledWithinASecond(Work work) {
    Cancellation cancellation = new Cancellation();
    Thread.startVirtualThread(() -> {
      try {
        Thread.sleep(300);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      cancellation.cancel();
    });
    long started = System.nanoTime();
    assertThatThrownBy(() -> work.with(cancellation)).isInstanceOf(CancellationException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(1_300));
  }

  private static Script refusing(int status, String code) {
    return (_, request) -> {
      if (!code.isEmpty()) {
        request.getResponseHeaders().set("x-ms-error-code", code);
      }
      return Answer.xml(
          status, "<Error><Code>" + code + "</Code><Message>quoted</Message></Error>");
    };
  }

  private static Answer slowly(String body) {
    try {
      Thread.sleep(200);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Answer.xml(200, body);
  }

  private static List<String> lockKeys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "state/%02d.lock.json".formatted(i)).toList();
  }

  private static BackendException listing(String endpoint) {
    return listing(AzuriteServer.environment(endpoint), Patience.STANDARD);
  }

  /// The error of a listing; it holds no secret.
  private static BackendException listing(Map<String, String> environment, Patience patience) {
    BackendException failure =
        catchThrowableOfType(
            BackendException.class,
            () -> {
              try (AzblobDocumentStore store = store(environment, patience)) {
                store.list(EVERYTHING, _ -> {}, Cancellation.never());
              }
            });
    assertThat(failure).isNotNull();
    assertThat(failure.sentence() + failure.remedy())
        .doesNotContain(AzuriteServer.KEY, "quoted", "sig=", "SharedKey");
    assertThat(failure.sentence()).contains("/container/state/ (");
    return failure;
  }

  private static AzblobDocumentStore store(String endpoint) throws BackendException {
    return store(AzuriteServer.environment(endpoint), Patience.STANDARD);
  }

  private static AzblobDocumentStore store(Map<String, String> environment, Patience patience)
      throws BackendException {
    return AzblobDocumentStore.open(
        new AzblobAccess(environment, patience, AzblobAccess.FULL_PAGE), "container", "state");
  }

  private static void assertCode(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(BackendException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
