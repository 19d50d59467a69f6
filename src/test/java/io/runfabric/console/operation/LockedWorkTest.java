package io.runfabric.console.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LockedWorkTest {

  private static final Duration LEASE = Duration.ofMillis(1500);
  private static final Duration ONE_HEARTBEAT = LEASE.dividedBy(3);
  private static final Duration SLACK = Duration.ofMillis(900);

  @TempDir private Path folder;
  private final Cancellation cancellation = new Cancellation();
  private final List<BackendException> notGivenBack = new ArrayList<>();
  private StateBackend backend;

  @BeforeEach
  void openBackend() throws Exception {
    backend =
        Backends.open(
            TestProject.in(folder, new BackendSettings.Local()), BackendOptions.standard());
  }

  @AfterEach
  void closeBackend() {
    backend.close();
  }

  @Test
  void theLockIsHeldWhileTheWorkGoesOnAndGivenBackAfterwards() throws Exception {
    Revision written =
        run(fence -> {
          assertThat(lock()).exists();
          return write(fence);
        });

    assertThat(backend.read(backend.locate(EntryAddress.receipt("dev"))).orElseThrow().revision())
        .isEqualTo(written);
    assertThat(lock()).doesNotExist();
  }

  @Test
  void workThatFailsGivesTheLockBackAndFailsAsItDid() {
    assertThatThrownBy(() ->
            run(_ -> {
              throw new IOException("the disk is full");
            }))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full");
    assertThat(lock()).doesNotExist();
  }

  @Test
  void workThatItsUserStopsIsCancelled() {
    assertThatThrownBy(() ->
            run(_ -> {
              cancellation.cancel();
              return untilCancelled();
            }))
        .isInstanceOf(CancellationException.class);
    assertThat(lock()).doesNotExist();
  }

  @Test
  void aLockLostMeanwhileStopsTheWorkWithinOneHeartbeatAndTheCommandExitsWith6() {
    long[] takenOver = {0};

    Throwable failure =
        catchThrowable(() ->
            run(_ -> {
              takeOver();
              takenOver[0] = System.nanoTime();
              return untilCancelled();
            }));

    assertThat(Duration.ofNanos(System.nanoTime() - takenOver[0]))
        .isLessThan(ONE_HEARTBEAT.plus(SLACK));
    assertLeaseLost(failure);
    assertThat(failure.getSuppressed()).hasOnlyElementsOfType(CancellationException.class);
    assertThat(lock()).exists();
  }

  @Test
  void aWriteAfterTheLossChangesNothing() throws Exception {
    Throwable failure =
        catchThrowable(() ->
            run(fence -> {
              takeOver();
              return write(fence);
            }));

    assertLeaseLost(failure);
    assertThat(backend.read(backend.locate(EntryAddress.receipt("dev")))).isEmpty();
  }

  @Test
  void workThatDoesNotNoticeTheLossFailsAllTheSame() {
    Throwable failure =
        catchThrowable(() ->
            run(_ -> {
              takeOver();
              Thread.sleep(ONE_HEARTBEAT.plus(SLACK));
              return "done";
            }));

    assertLeaseLost(failure);
  }

  @Test
  void aLockThatCannotBeGivenBackIsTold() throws Exception {
    String done =
        LockedWork.run(
            () -> backend.lock(EntryKind.RECEIPT, request(Duration.ofMinutes(15)), false),
            cancellation,
            notGivenBack::add,
            _ -> {
              Files.delete(lock());
              Files.createDirectory(lock());
              return "done";
            });

    assertThat(done).isEqualTo("done");
    assertThat(notGivenBack).hasSize(1);
  }

  private <T, X extends Exception> T run(LockedWork.Work<T, X> work) throws BackendException, X {
    return LockedWork.run(
        () -> backend.lock(EntryKind.RECEIPT, request(LEASE), false),
        cancellation,
        notGivenBack::add,
        work);
  }

  private static LockRequest request(Duration lease) {
    return new LockRequest("shop", "dev", "aws-lambda", "restore", lease);
  }

  private Revision write(Fence fence) throws BackendException {
    byte[] receipt = "{\"version\": 2}".getBytes(StandardCharsets.UTF_8);
    return backend.write(
        backend.locate(EntryAddress.receipt("dev")), receipt, Precondition.ABSENT, fence);
  }

  private String untilCancelled() throws InterruptedException {
    while (true) {
      cancellation.check();
      Thread.sleep(5);
    }
  }

  private Path lock() {
    return folder.resolve(".runfabric/locks/shop-dev.lock.json");
  }

  private void takeOver() throws IOException {
    String another = Files.readString(lock()).replaceFirst("\"ownerToken\" : \"", "$0another");
    Files.writeString(lock(), another);
  }

  private static void assertLeaseLost(Throwable failure) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            BackendException.class, e -> assertThat(e.code()).isEqualTo(Code.LEASE_LOST));
    assertThat(ErrorReport.of(failure).exitCode()).isEqualTo(ExitCode.LEASE_LOST).isEqualTo(6);
  }
}
