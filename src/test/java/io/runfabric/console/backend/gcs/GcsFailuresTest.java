package io.runfabric.console.backend.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.backend.document.FileLocks;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.gcs.GcsServer.Fault;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What failures of Google Cloud Storage become: one typed error that says what was tried, what
/// failed and what to do.
@Timeout(20)
class GcsFailuresTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(5), 2);
  private static final LockFormat FORMAT =
      new LockFormat(Instant.EPOCH, Duration.ofMinutes(1), _ -> false);
  private static final Range EVERYTHING = new Range("state/", true);
  private static final String SECRET = "quoted-4711";

  @TempDir private Path folder;

  @Test
  void aMissingPermissionIsNamed() throws Exception {
    try (ScriptedServer server = refusing(403, "forbidden")) {
      BackendException failure = listing(server.endpoint());

      assertThat(failure.code()).isEqualTo(Code.DENIED);
      assertThat(failure)
          .hasMessage(
              "cannot list gs://bucket/state/ (" + server.endpoint() + "): permission is missing");
      assertThat(failure.remedy()).contains("storage.objects.list");
    }
  }

  @Test
  void anObjectThatMayNotBeReadIsOneUnreadableDocument() throws Exception {
    try (ScriptedServer server = refusing(403, "forbidden");
        GcsDocumentStore store = store(server.endpoint())) {
      assertCode(Code.UNREADABLE_DOCUMENT, () -> store.get("state/a"));
    }
  }

  @Test
  void anObjectWithAKeyOfItsOwnIsOneUnreadableDocument() throws Exception {
    Answer encrypted =
        new Answer(
            400,
            "text/html",
            "The target object is encrypted by a customer-supplied encryption key.",
            0);
    try (ScriptedServer server = new ScriptedServer((_, _) -> encrypted);
        GcsDocumentStore store = store(server.endpoint())) {
      assertCode(Code.UNREADABLE_DOCUMENT, () -> store.get("state/a"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, authError, DENIED, the credentials are not accepted",
    "400, UserProjectMissing, DENIED, no project that can be billed",
    "403, UserProjectAccessDenied, DENIED, no project that can be billed",
    "403, retentionPolicyNotMet, DENIED, kept by a retention policy or a hold",
    "403, objectUnderActiveHold, DENIED, kept by a retention policy or a hold",
    "412, orgPolicyConstraintFailed, DENIED, a policy of the organization",
    "412, conditionNotMet, CONFLICT, changed meanwhile",
    "409, conflict, CONFLICT, changed meanwhile",
    "304, notModified, CONFLICT, changed meanwhile",
    "404, notFound, CONFLICT, is gone",
    "400, invalid, DAMAGED, refused with invalid (400)",
    "403, rateLimitExceeded, UNREACHABLE, throttling",
  })
  void aWriteThatIsRefusedSaysWhy(int status, String reason, Code code, String words)
      throws Exception {
    try (ScriptedServer server = refusing(status, reason);
        GcsDocumentStore store = store(server.endpoint())) {
      BackendException failure =
          failure(() ->
              store.put("state/a", new byte[] {1}, new Precondition.Matches(new Revision("17"))));

      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).hasMessageContaining(words);
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
  void aHostThatDoesNotExistIsUnreachable() throws Exception {
    BackendException failure = listing("http://no-such-host.invalid:9000");

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
  }

  @Test
  void aServerThatSpeaksNoTlsSaysSo() throws Exception {
    try (ServerSocket plain = new ServerSocket(0)) {
      Thread.startVirtualThread(() -> refuseTls(plain));

      BackendException failure = listing("https://127.0.0.1:" + plain.getLocalPort());

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no trusted TLS connection");
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT);
        GcsDocumentStore store = store(server.endpoint(), SHORT)) {
      for (ThrowingCallable work :
          List.<ThrowingCallable>of(
              () -> store.list(EVERYTHING, _ -> {}, Cancellation.never()),
              () -> store.get("state/a"),
              () -> store.put("state/a", new byte[] {1}, Precondition.ABSENT),
              () -> store.delete("state/a", new Revision("17")))) {
        BackendException failure = failure(work);

        assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no answer in time");
      }
    }
  }

  @Test
  void aCallThatTakesTooLongIsGivenUp() throws Exception {
    Patience brief =
        new Patience(Duration.ofSeconds(1), Duration.ofSeconds(9), Duration.ofSeconds(1), 1);
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT);
        GcsDocumentStore store = store(server.endpoint(), brief)) {
      long started = System.nanoTime();

      assertThat(failure(() -> store.get("state/a"))).hasMessageContaining("no answer in time");
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void throttlingIsWaitedOut() throws Exception {
    GcsServer server = new GcsServer();
    String bucket = server.newBucket();
    server.put(bucket, "state/a", bytes("{}"), "");
    try (GcsDocumentStore store = store(server, bucket)) {
      List<String> keys = new ArrayList<>();
      server.next(Fault.BUSY, Fault.BUSY);
      store.list(EVERYTHING, listed -> keys.add(listed.key()), Cancellation.never());
      server.next(Fault.BUSY, Fault.BUSY);
      Revision read = store.get("state/a").orElseThrow().revision();
      server.next(Fault.BUSY);
      Revision written = store.put("state/a", bytes("{1}"), new Precondition.Matches(read));
      server.next(Fault.BUSY);
      store.delete("state/a", written);

      assertThat(keys).containsExactly("state/a");
      assertThat(store.get("state/a")).isEmpty();
      assertThat(server.requests()).hasSize(3 + 3 + 2 + 2 + 1);
    }
  }

  @Test
  void throttlingWithoutEndSaysToReadLessAtOnce() throws Exception {
    try (ScriptedServer server = refusing(429, "rateLimitExceeded")) {
      BackendException failure = listing(server.endpoint(), SHORT);

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("throttling");
      assertThat(failure.remedy()).contains("RUNFABRIC_CONSOLE_READS");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void halfADocumentAndAGarbledOneAreAskedForAgain() throws Exception {
    GcsServer server = new GcsServer();
    String bucket = server.newBucket();
    server.put(bucket, "state/a", bytes("{\"n\": 1}"), "");
    try (GcsDocumentStore store = store(server, bucket)) {
      server.next(Fault.BROKEN_OFF, Fault.GARBLED);

      byte[] content = store.get("state/a").orElseThrow().content();

      assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("{\"n\": 1}");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aWriteWhoseAnswerIsLostIsToldAsAConflict() throws Exception {
    GcsServer server = new GcsServer();
    String bucket = server.newBucket();
    try (GcsDocumentStore store = store(server, bucket)) {
      server.next(Fault.LOST);

      assertCode(Code.CONFLICT, () -> store.put("state/a", bytes("{}"), Precondition.ABSENT));
      assertThat(store.get("state/a")).isPresent();
    }
  }

  @Test
  void aLockWhoseAnswersAreLostIsHeldRenewedAndGivenBack() throws Exception {
    GcsServer server = new GcsServer();
    String bucket = server.newBucket();
    try (GcsDocumentStore store = store(server, bucket)) {
      FileLocks locks = new FileLocks("gcs", store, "locks/", false);
      LockTerms terms = new LockTerms(() -> FORMAT, Clock.systemUTC(), LockRules.DEFAULT);
      server.next(Fault.LOST);
      Lease lease =
          locks
              .lock(terms)
              .acquire(new LockRequest("shop", "dev", "", "restore", Duration.ofMinutes(1)));
      lease.renew();
      lease.check();
      lease.release();

      assertThat(store.get("locks/shop-dev.lock.json")).isEmpty();
    }
  }

  @Test
  void aListingThatSaysThereIsMoreAndNotWhereIsNoEndlessOne() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) -> json(200, "{\"nextPageToken\": \"same\"}"))) {
      assertThat(listing(server.endpoint()).code()).isEqualTo(Code.DAMAGED);
    }
  }

  @Test
  void anAnswerWithoutAGenerationIsNotTaken() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, _) -> json(200, "{}"));
        GcsDocumentStore store = store(server.endpoint())) {
      assertCode(Code.DAMAGED, () -> store.get("state/a"));
    }
  }

  @Test
  void aListingIsCancelledWhileTheServerIsSilent() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT);
        GcsDocumentStore store = store(server.endpoint())) {
      assertCancelledWithinASecond(cancellation -> store.list(EVERYTHING, _ -> {}, cancellation));
    }
  }

  @Test
  void readingDocumentsIsCancelledWhileTheServerIsSilent() throws Exception {
    List<String> keys =
        IntStream.range(0, 50).mapToObj(i -> "state/%02d.lock.json".formatted(i)).toList();
    try (ScriptedServer server =
            new ScriptedServer(
                (nth, request) -> nth == 1 ? page(keys) : ScriptedServer.SILENT.to(nth, request));
        GcsDocumentStore store = store(server.endpoint())) {
      LockCollection locks = new FileLocks("gcs", store, "state/", false);
      assertCancelledWithinASecond(cancellation -> locks.list(FORMAT, cancellation));
    }
  }

  @Test
  void noCredentialsAtAllIsDenied() throws Exception {
    BackendException failure =
        listing(
            Map.of("CLOUDSDK_CONFIG", folder.toString(), "NO_GCE_CHECK", "true"),
            Patience.STANDARD);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("there are no Google credentials");
    assertThat(failure.remedy())
        .contains("GOOGLE_APPLICATION_CREDENTIALS", "gcloud auth application-default login");
  }

  @Test
  void anEmulatorsAddressNeedsNoScheme() throws Exception {
    GcsServer server = new GcsServer();
    String bucket = server.newBucket();
    Map<String, String> environment =
        Map.of("STORAGE_EMULATOR_HOST", "127.0.0.1:" + server.port() + "/");
    try (GcsDocumentStore store =
        GcsDocumentStore.open(new GcsAccess(environment, folder), bucket, "state")) {
      assertThat(store.get("state/a")).isEmpty();
    }
  }

  @Test
  void anAddressThatIsNoneNamesItsVariableAndNotItsValue() {
    for (String value : List.of("ftp://x", "http://user:geheim@host", "::", "a b")) {
      assertThatThrownBy(() -> store(value))
          .as(value)
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID))
          .hasMessageContaining("STORAGE_EMULATOR_HOST")
          .hasMessageNotContaining("geheim");
    }
  }

  @Test
  void aNumberOfReadsThatIsNoneIsAnError() {
    Map<String, String> environment = new HashMap<>();
    environment.put("STORAGE_EMULATOR_HOST", "http://127.0.0.1:1");
    environment.put("RUNFABRIC_CONSOLE_READS", "many");
    assertThatThrownBy(
            () -> GcsDocumentStore.open(new GcsAccess(environment, folder), "bucket", "state"))
        .hasMessageContaining("RUNFABRIC_CONSOLE_READS is no whole number from 1 to 256");
  }

  private static void refuseTls(ServerSocket plain) {
    try {
      while (true) {
        try (Socket client = plain.accept()) {
          client.getOutputStream().write(bytes("what is this?\r\n"));
        }
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
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

  private static ScriptedServer refusing(int status, String reason) throws IOException {
    String error = "{\"reason\": \"%s\", \"message\": \"%s\"}".formatted(reason, SECRET);
    return new ScriptedServer((_, _) ->
        json(
            status,
            "{\"error\": {\"code\": %d, \"message\": \"%s\", \"errors\": [%s]}}"
                .formatted(status, SECRET, error)));
  }

  private static Answer page(List<String> keys) {
    return json(
        200,
        keys.stream()
            .map(key -> "{\"bucket\": \"bucket\", \"name\": \"" + key + "\"}")
            .collect(Collectors.joining(",", "{\"items\": [", "]}")));
  }

  private static Answer json(int status, String body) {
    return new Answer(status, "application/json", status == 304 ? "" : body, 0);
  }

  private BackendException listing(String endpoint) throws Exception {
    return listing(endpoint, Patience.STANDARD);
  }

  private BackendException listing(String endpoint, Patience patience) throws Exception {
    return listing(Map.of("STORAGE_EMULATOR_HOST", endpoint), patience);
  }

  private BackendException listing(Map<String, String> environment, Patience patience)
      throws Exception {
    try (GcsDocumentStore store =
        GcsDocumentStore.open(new GcsAccess(environment, folder, patience), "bucket", "state")) {
      BackendException failure =
          failure(() -> store.list(EVERYTHING, _ -> {}, Cancellation.never()));
      assertThat(failure.sentence()).contains("gs://bucket/state/");
      return failure;
    }
  }

  /// The error of some work; it holds nothing of the server's texts.
  private static BackendException failure(ThrowingCallable work) {
    BackendException failure = catchThrowableOfType(BackendException.class, work);
    assertThat(failure).isNotNull();
    assertThat(failure.sentence() + failure.remedy()).doesNotContain(SECRET);
    return failure;
  }

  private GcsDocumentStore store(String endpoint) throws BackendException {
    return store(endpoint, Patience.STANDARD);
  }

  private GcsDocumentStore store(String endpoint, Patience patience) throws BackendException {
    Map<String, String> environment = Map.of("STORAGE_EMULATOR_HOST", endpoint);
    return GcsDocumentStore.open(new GcsAccess(environment, folder, patience), "bucket", "state");
  }

  private GcsDocumentStore store(GcsServer server, String bucket) throws BackendException {
    return GcsDocumentStore.open(new GcsAccess(server.environment(), folder), bucket, "state");
  }

  private static void assertCode(Code code, ThrowingCallable call) {
    assertThat(failure(call).code()).isEqualTo(code);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
