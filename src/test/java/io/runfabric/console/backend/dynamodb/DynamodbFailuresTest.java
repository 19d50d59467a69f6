package io.runfabric.console.backend.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.ScriptedServer;
import io.runfabric.console.backend.aws.ScriptedServer.Answer;
import io.runfabric.console.backend.remote.Patience;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What DynamoDB's failures become.
@Timeout(20)
class DynamodbFailuresTest {

  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(5), 2);
  private static final Range RECEIPTS = new Range("receipts[.]/", false);
  private static final String NOTHING = "{\"Items\": [], \"Count\": 0}";

  @Test
  void credentialsThatAreNotAcceptedAreDenied() {
    Map<String, String> environment = DynamodbServer.running().environment();
    environment.put("AWS_ACCESS_KEY_ID", "no-valid-key");

    BackendException failure = listing(environment, Patience.STANDARD);

    assertThat(failure.code()).isEqualTo(Code.DENIED);
    assertThat(failure).hasMessageContaining("the credentials are not accepted");
  }

  @Test
  void aMissingPermissionIsNamed() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((_, _) -> Answer.dynamodbError(400, "AccessDeniedException"))) {
      BackendException failure = listing(environment(server.endpoint()), Patience.STANDARD);

      assertThat(failure.code()).isEqualTo(Code.DENIED);
      assertThat(failure.remedy()).contains("dynamodb:Query");
      assertThat(failure).hasCauseInstanceOf(Exception.class);
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT)) {
      BackendException failure = listing(environment(server.endpoint()), SHORT);

      assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
      assertThat(failure).hasMessageContaining("no answer in time");
    }
  }

  @Test
  void nobodyListeningIsUnreachable() {
    BackendException failure = listing(environment("http://127.0.0.1:1"), Patience.STANDARD);

    assertThat(failure.code()).isEqualTo(Code.UNREACHABLE);
  }

  @Test
  void throttlingIsWaitedOut() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((nth, _) ->
                nth < 3
                    ? Answer.dynamodbError(400, "ProvisionedThroughputExceededException")
                    : Answer.json(200, NOTHING));
        ReceiptItems items = items(server.endpoint())) {
      items.list(RECEIPTS, _ -> {}, Cancellation.never());

      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @Test
  void aListingIsCancelledWhileTheServerIsSilent() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.SILENT);
        ReceiptItems items = items(server.endpoint())) {
      Cancellation cancellation = new Cancellation();
      Thread.startVirtualThread(cancellation::cancel);
      long started = System.nanoTime();

      assertThatThrownBy(() -> items.list(RECEIPTS, _ -> {}, cancellation))
          .isInstanceOf(CancellationException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void withoutPermissionToScanTheReceiptsAreReadAllTheSame() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer((_, request) ->
                request.getRequestHeaders().getFirst("X-Amz-Target").endsWith(".Scan")
                    ? Answer.dynamodbError(400, "AccessDeniedException")
                    : Answer.json(200, NOTHING));
        ReceiptItems items = items(server.endpoint())) {
      Project project =
          TestProject.in(
              Path.of("/project"),
              new BackendSettings.Dynamodb("receipts", "us-east-1", Optional.empty()));

      ReceiptShare share = ReceiptShare.open(items, "dynamodb", project, Optional.empty());

      assertThat(share.workspace()).isEqualTo(".");
      assertThat(share.workspaces()).isEmpty();
    }
  }

  private static ReceiptItems items(String endpoint) throws BackendException {
    return ReceiptItems.open(new AwsAccess(environment(endpoint), "us-east-1"), "receipts");
  }

  private static Map<String, String> environment(String endpoint) {
    Map<String, String> environment = new HashMap<>(S3Server.environment("http://127.0.0.1:2"));
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
    return environment;
  }

  /// The error of a listing; it holds no secret.
  private static BackendException listing(Map<String, String> environment, Patience patience) {
    List<String> keys = new ArrayList<>();
    BackendException failure =
        catchThrowableOfType(
            BackendException.class,
            () -> {
              try (ReceiptItems items =
                  ReceiptItems.open(
                      new AwsAccess(environment, "us-east-1", patience), "receipts")) {
                items.list(RECEIPTS, listed -> keys.add(listed.key()), Cancellation.never());
              }
            });
    assertThat(failure).isNotNull();
    assertThat(failure.sentence() + failure.remedy())
        .contains("DynamoDB table receipts")
        .doesNotContain(S3Server.SECRET_KEY, S3Server.ACCESS_KEY, "no-valid-key");
    return failure;
  }
}
