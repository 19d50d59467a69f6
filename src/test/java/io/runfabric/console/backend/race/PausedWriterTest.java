package io.runfabric.console.backend.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.race.RaceGround.Lock;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process that is stopped past its lease and wakes up must not write.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class PausedWriterTest {

  private static final String FIRST = "{\"version\": 2, \"service\": \"shop\", \"stage\": \"1\"}";
  private static final String SECOND = "{\"version\": 2, \"service\": \"shop\", \"stage\": \"2\"}";

  @TempDir private Path folder;

  @Test
  void onLocalFiles() throws Exception {
    writesNothing(RaceGround.local("local", Lock.RECEIPT));
  }

  @Test
  void inSqlite() throws Exception {
    writesNothing(
        new RaceGround("sqlite", Lock.RECEIPT, /* oneMachine= */ true, backend("sqlite")));
  }

  @Test
  void inS3() throws Exception {
    writesNothing(s3());
  }

  @Test
  void inDynamodbWithALockTable() throws Exception {
    writesNothing(dynamodb("lockTable: " + DynamodbServer.running().newTable("lockKey")));
  }

  @Test
  void inDynamodbWithTheConsolesOwnLock() throws Exception {
    writesNothing(dynamodb(""));
  }

  @Test
  void inDynamodbRightAfterTheCheckToo() throws Exception {
    writesNothingWithinTheRequest(
        dynamodb("lockTable: " + DynamodbServer.running().newTable("lockKey")));
  }

  @Test
  void inDynamodbWithTheConsolesOwnLockRightAfterTheCheckToo() throws Exception {
    writesNothingWithinTheRequest(dynamodb(""));
  }

  /// Files know no conditions. Between its check and its change a writer keeps the file, so others
  /// give up rather than write beneath it, and meet its change when they try again.
  @Test
  void onLocalFilesRightAfterTheCheckNothingIsOverwrittenUnseen() throws Exception {
    RaceGround ground = RaceGround.local("local", Lock.RECEIPT);
    try (StateBackend backend = open(ground)) {
      DocumentRef receipt = backend.locate(EntryAddress.receipt("dev"));
      Precondition first =
          new Precondition.Matches(backend.write(receipt, bytes(FIRST), Precondition.ABSENT));
      try (ChildJvm writer = writer(ground, "3000", "within")) {
        assertThat(writer.hear()).isEqualTo("holding");
        writer.pause();
        Lease stolen = stolen(backend);
        fails(Code.UNREACHABLE, () -> backend.write(receipt, bytes(SECOND), first, stolen));
        writer.resume();
        writer.say("write");

        assertThat(writer.hear()).isEqualTo("written");
        fails(Code.CONFLICT, () -> backend.write(receipt, bytes(SECOND), first, stolen));
        stolen.release();
      }
    }
  }

  private static void fails(Code code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).as(e.sentence()).isEqualTo(code));
  }

  private static RaceGround s3() {
    return RaceGround.remote(
        "s3", Lock.RECEIPT, backend("s3", "s3Bucket: " + S3Server.running().newBucket()));
  }

  private static RaceGround dynamodb(String lockTable) {
    String receipts = DynamodbServer.running().newTable("pk", "sk");
    return RaceGround.remote(
        "dynamodb", Lock.RECEIPT, backend("dynamodb", "receiptTable: " + receipts, lockTable));
  }

  private static String backend(String kind, String... keys) {
    return "backend:\n  kind: " + kind + "\n  " + String.join("\n  ", keys) + "\n";
  }

  private void writesNothing(RaceGround ground) throws Exception {
    try (StateBackend backend = open(ground)) {
      DocumentRef receipt = backend.locate(EntryAddress.receipt("dev"));
      Revision first = backend.write(receipt, bytes(FIRST), Precondition.ABSENT);
      try (ChildJvm writer = writer(ground, "1000", "before")) {
        assertThat(writer.hear()).isEqualTo("holding");
        writer.pause();
        Lease stolen = stolen(backend);
        backend.write(receipt, bytes(SECOND), new Precondition.Matches(first), stolen);
        writer.resume();
        writer.say("write");

        assertThat(writer.hear()).isEqualTo(Code.LEASE_LOST.name());
        assertThat(backend.read(receipt).orElseThrow().content()).isEqualTo(bytes(SECOND));
        stolen.check();
        stolen.release();
      }
    }
  }

  // The receipt stays as it was, so that only the lock can be what refuses the write.
  private void writesNothingWithinTheRequest(RaceGround ground) throws Exception {
    try (StateBackend backend = open(ground)) {
      DocumentRef receipt = backend.locate(EntryAddress.receipt("dev"));
      backend.write(receipt, bytes(FIRST), Precondition.ABSENT);
      try (ChildJvm writer = writer(ground, "3000", "within")) {
        assertThat(writer.hear()).isEqualTo("holding");
        writer.pause();
        Lease stolen = stolen(backend);
        writer.resume();
        writer.say("write");

        assertThat(writer.hear()).isEqualTo(Code.LEASE_LOST.name());
        assertThat(backend.read(receipt).orElseThrow().content()).isEqualTo(bytes(FIRST));
        stolen.release();
      }
    }
  }

  private StateBackend open(RaceGround ground) throws Exception {
    return Backends.open(
        ProjectLoader.load(
                new ProjectRequest(
                    ground.project(folder, 0),
                    folder,
                    Optional.empty(),
                    Optional.empty(),
                    environment()))
            .project(),
        BackendOptions.standard().withWorkspace(Optional.of("race")));
  }

  private ChildJvm writer(RaceGround ground, String milliseconds, String moment) throws Exception {
    return ChildJvm.start(
        folder,
        PausedWriter.class,
        environment(),
        List.of(ground.project(folder, 1).toString(), milliseconds, moment));
  }

  private static Lease stolen(StateBackend backend) throws Exception {
    LockRequest request =
        new LockRequest(TestProject.SERVICE, "dev", "aws-lambda", "race", Duration.ofMinutes(15));
    while (true) {
      try {
        return backend.lock(EntryKind.RECEIPT, request, true);
      } catch (BackendException e) {
        assertThat(e.code()).isEqualTo(Code.LOCKED);
        Thread.sleep(50);
      }
    }
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(S3Server.running().environment());
    environment.putAll(DynamodbServer.running().environment());
    return environment;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
