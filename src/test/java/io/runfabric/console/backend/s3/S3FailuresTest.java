package io.runfabric.console.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.backend.document.FileLocks;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.model.LockFormat;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What S3's failures become: one typed error that says what was tried, what failed and what to do.
@Timeout(20)
class S3FailuresTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(5), 2);
  private static final LockFormat FORMAT =
      new LockFormat(Instant.EPOCH, Duration.ofMinutes(1), _ -> false);
  private static final Range EVERYTHING = new Range("state/", true);

  @Test
  void aWrongSecretIsDenied() {
    Map<String, String> environment = S3Server.running().environment();
    environment.put("AWS_SECRET_ACCESS_KEY", "another-secret");

    BackendException failure = listing(environment, Patience.STANDARD);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("the credentials are not accepted");
  }

  @Test
  void aMissingPermissionIsNamed() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) -> Answer.s3Error(403, "AccessDenied"))) {
      BackendException failure = listing(server.endpoint());

      assertThat(failure.code()).isEqualTo(Code.DENIED);
      assertThat(failure)
          .hasMessage(
              "cannot list s3://bucket/state/ (" + server.endpoint() + "): permission is missing");
      assertThat(failure.remedy()).contains("s3:ListBucket");
    }
  }

  @Test
  void anObjectThatMayNotBeReadIsOneUnreadableDocument() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, _) -> Answer.s3Error(403, "AccessDenied"));
        S3DocumentStore store = store(server.endpoint())) {
      assertCode(Code.UNREADABLE_DOCUMENT, () -> store.get("state/a"));
    }
  }

  @Test
  void anExpiredTokenSaysSo() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) -> Answer.s3Error(400, "ExpiredToken"))) {
      assertThat(listing(server.endpoint()))
          .hasMessageContaining("the credentials have expired (ExpiredToken)");
    }
  }

  @Test
  void aBucketInAnotherRegionSaysSo() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) -> Answer.s3Error(301, "PermanentRedirect"))) {
      BackendException failure = listing(server.endpoint());

      assertThat(failure).hasMessageContaining("another region");
      assertThat(failure.remedy()).contains("provider.region");
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
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT)) {
      BackendException failure = listing(S3Server.environment(server.endpoint()), SHORT);

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no answer in time");
    }
  }

  @Test
  void throttlingIsWaitedOut() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (nth, _) -> nth < 3 ? Answer.s3Error(503, "SlowDown") : page(List.of("state/a")));
        S3DocumentStore store = store(server.endpoint())) {
      List<String> keys = new ArrayList<>();

      store.list(EVERYTHING, listed -> keys.add(listed.key()), Cancellation.never());

      assertThat(keys).containsExactly("state/a");
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @Test
  void throttlingWithoutEndSaysToReadLessAtOnce() throws Exception {
    try (ScriptedServer server = new ScriptedServer((_, _) -> Answer.s3Error(503, "SlowDown"))) {
      BackendException failure = listing(S3Server.environment(server.endpoint()), SHORT);

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("throttling");
      assertThat(failure.remedy()).contains("RUNFABRIC_CONSOLE_READS");
    }
  }

  @Test
  void halfADocumentIsAskedForAgain() throws Exception {
    Answer whole = Answer.xml(200, "{\"n\": 1}");
    try (ScriptedServer server =
            new ScriptedServer((nth, _) -> nth == 1 ? whole.brokenOff(20) : whole);
        S3DocumentStore store = store(server.endpoint())) {
      byte[] content = store.get("state/a").orElseThrow().content();

      assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("{\"n\": 1}");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void aListingThatSaysThereIsMoreAndNotWhereIsNoEndlessOne() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) ->
            Answer.xml(
                200, "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"))) {
      assertThat(listing(server.endpoint()).code()).isEqualTo(Code.DAMAGED);
    }
  }

  @Test
  void aListingIsCancelledWhileTheServerIsSilent() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT);
        S3DocumentStore store = store(server.endpoint())) {
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
        S3DocumentStore store = store(server.endpoint())) {
      LockCollection locks = new FileLocks("s3", store, "state/", false);
      assertCancelledWithinASecond(cancellation -> locks.list(FORMAT, cancellation));
    }
  }

  @Test
  void locksAreReadManyAtOnce() throws Exception {
    List<String> keys =
        IntStream.range(0, 64).mapToObj(i -> "state/%02d.lock.json".formatted(i)).toList();
    try (ScriptedServer server =
            new ScriptedServer((nth, _) -> nth == 1 ? page(keys) : slowly("{}"));
        S3DocumentStore store = store(server.endpoint())) {
      LockCollection locks = new FileLocks("s3", store, "state/", false);
      long started = System.nanoTime();

      var found = locks.list(FORMAT, Cancellation.never());

      assertThat(found).hasSize(64);
      assertThat(found).extracting(lock -> lock.ref().key()).containsExactlyElementsOf(keys);
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void noCredentialsAtAllIsDenied() {
    String before = System.getProperty("aws.disableEc2Metadata", "");
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      BackendException failure =
          listing(
              Map.of("AWS_PROFILE", "no-such-profile", "AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
              Patience.STANDARD);

      assertThat(failure.code()).isEqualTo(Code.DENIED);
      assertThat(failure).hasMessageContaining("there are no AWS credentials");
    } finally {
      System.setProperty("aws.disableEc2Metadata", before);
    }
  }

  @Test
  void anEndpointThatIsNoUrlNamesItsVariableAndNotItsValue() {
    for (String value : List.of("127.0.0.1:9000", "ftp://x", "http://user:geheim@host", "::")) {
      Map<String, String> environment = new HashMap<>(S3Server.environment(value));
      assertThatThrownBy(() -> store(environment, Patience.STANDARD))
          .as(value)
          .isInstanceOfSatisfying(
              BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID))
          .hasMessageContaining("AWS_ENDPOINT_URL_S3")
          .hasMessageNotContaining("geheim");
    }
  }

  @Test
  void aNumberOfReadsThatIsNoneIsAnError() {
    for (String value : List.of("0", "257", "many", "-1", "1.5")) {
      Map<String, String> environment = S3Server.environment("http://127.0.0.1:1");
      environment.put("RUNFABRIC_CONSOLE_READS", value);
      assertThatThrownBy(() -> store(environment, Patience.STANDARD))
          .as(value)
          .hasMessageContaining("RUNFABRIC_CONSOLE_READS is no whole number from 1 to 256");
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

  private static Answer slowly(String body) {
    try {
      Thread.sleep(200);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Answer.xml(200, body);
  }

  private static Answer page(List<String> keys) {
    return Answer.xml(
        200,
        keys.stream()
            .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
            .collect(
                Collectors.joining(
                    "",
                    "<ListBucketResult><IsTruncated>false</IsTruncated>",
                    "</ListBucketResult>")));
  }

  private static BackendException listing(String endpoint) {
    return listing(S3Server.environment(endpoint), Patience.STANDARD);
  }

  /// The error of a listing; it holds no secret.
  private static BackendException listing(Map<String, String> environment, Patience patience) {
    BackendException failure =
        catchThrowableOfType(
            BackendException.class,
            () -> {
              try (S3DocumentStore store = store(environment, patience)) {
                store.list(EVERYTHING, _ -> {}, Cancellation.never());
              }
            });
    assertThat(failure).isNotNull();
    assertThat(failure.sentence() + failure.remedy())
        .doesNotContain(S3Server.SECRET_KEY, S3Server.ACCESS_KEY, "another-secret", "quoted");
    assertThat(failure.sentence()).contains("s3://bucket/state/");
    return failure;
  }

  private static S3DocumentStore store(String endpoint) throws BackendException {
    return store(S3Server.environment(endpoint), Patience.STANDARD);
  }

  private static S3DocumentStore store(Map<String, String> environment, Patience patience)
      throws BackendException {
    return S3DocumentStore.open(
        new AwsAccess(environment, "us-east-1", patience), "bucket", "state");
  }

  private static void assertCode(
      Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(BackendException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
