package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.aws.S3Server;
import io.runfabric.console.backend.aws.SlowConnection;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.LockedWork;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Background work in a real window: followed, stopped, failed, and not lost when the window
/// closes.
class TasksInWindowTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aLongListingIsFollowedAndStoppedHalfWay() throws Exception {
    S3Server server = S3Server.running();
    String bucket = server.newBucket();
    for (int i = 0; i < 400; i++) {
      server.put(
          bucket,
          "runfabric/state/receipts/stage-" + i + ".receipt.json",
          "{\"version\": 2, \"service\": \"orders\", \"stage\": \"stage-" + i + "\"}");
    }
    try (SlowConnection distant = new SlowConnection(server.port(), Duration.ofMillis(100))) {
      open(s3(bucket), S3Server.environment(distant.endpoint()), "2");
      window.robot().push(KeyCode.SHORTCUT, KeyCode.J);
      RunningTask loading = window.read(() -> window.model().tasks().running().getFirst());
      window.untilSays("reading · ");
      window.until("some was read", () -> loading.doneProperty().get() > 10);
      window.until("its rate is known", () -> window.says("/s · "));

      window.act(() -> window.press("Stop: Loading orders"));

      window.untilSays("Loading was stopped");
      window.until("it has ended", () -> !loading.runningProperty().get());
      assertThat(loading.stateProperty().get()).isEqualTo(new TaskState.Stopped());
      assertThat(loading.doneProperty().get()).isBetween(10L, 399L);
      window.untilSays("stopped · ");
    }
  }

  @Test
  void aFailureIsAnnouncedAndItsDetailsSayWhatToDo() throws Exception {
    open(s3("orders-state"), S3Server.environment("http://127.0.0.1:1"), "2");
    window.untilSays("Loading orders failed");

    window.click("Details");

    window.untilSays("UNREACHABLE");
    assertThat(window.screen())
        .contains("Failed", "connecting", "Copy report")
        .doesNotContain("at io.runfabric", S3Server.SECRET_KEY);
    window.click("Copy report");
    assertThat(window.clipboard())
        .contains("code: UNREACHABLE", "remedy: ")
        .doesNotContain("at io.runfabric", S3Server.SECRET_KEY);

    window.robot().push(KeyCode.ESCAPE);
    window.untilSays("Clear finished");
    window.act(() -> window.press("Try again: Loading orders"));
    window.until("it failed once more", () -> window.model().tasks().ended().size() == 2);
    window.click("Clear finished");
    window.untilSays("Nothing is running");
    window.robot().push(KeyCode.ESCAPE);
    window.until("the panel is closed", () -> !window.says("Nothing is running"));
  }

  @Test
  void whatAProjectDidCannotBeDoneAgainOnceItIsClosed() throws Exception {
    open(s3("orders-state"), S3Server.environment("http://127.0.0.1:1"), "2");
    window.untilSays("Loading orders failed");
    RunningTask failed = window.read(() -> window.model().tasks().ended().getFirst());
    assertThat(window.read(() -> failed.againProperty().get())).isPresent();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.W);
    window.until("the project is closed", () -> window.says("Open the sample project"));

    assertThat(window.read(() -> failed.againProperty().get())).isEmpty();
  }

  @Test
  void quittingWhileSomethingIsWrittenAsksAndWaitsForTheLock() throws Exception {
    Path file = project("backend:\n  kind: local\n");
    window.open(file);
    Path locks = file.resolveSibling(".runfabric").resolve("locks");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    RunningTask writing = window.read(() -> write(locked, mayEnd));
    locked.await();
    assertThat(locks).isNotEmptyDirectory();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.Q);
    window.click("Keep running");
    window.until("the question is gone", () -> windows() == 1);
    assertThat(writing.cancelled()).isFalse();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.Q);
    window.click("Stop and quit");
    window.until("it is to stop", writing::cancelled);
    assertThat(window.read(TasksInWindowTest::windows)).as("still open").isEqualTo(1);
    assertThat(locks).as("still locked").isNotEmptyDirectory();
    mayEnd.countDown();

    window.until("the window is closed", () -> windows() == 0);
    assertThat(locks).as("given back").isEmptyDirectory();
  }

  @Test
  void quittingWhileSomethingIsReadJustStopsIt() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    RunningTask reading =
        window.read(() ->
            window
                .model()
                .tasks()
                .start(
                    Job.reading(
                        "Reading",
                        (_, cancellation) -> {
                          began.countDown();
                          while (true) {
                            Thread.sleep(5);
                            cancellation.check();
                          }
                        },
                        _ -> {})));
    began.await();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.Q);

    window.until("the window is closed", () -> windows() == 0);
    window.until("it stopped", () -> !reading.runningProperty().get());
  }

  private RunningTask write(CountDownLatch locked, CountDownLatch mayEnd) {
    ProjectSession session =
        window.model().projectProperty().get().orElseThrow().sessionProperty().get().orElseThrow();
    LockRequest request = new LockRequest("orders", "dev", "", "restore", Duration.ofMinutes(1));
    return window
        .model()
        .tasks()
        .start(
            Job.writing(
                "Restoring dev",
                (_, cancellation) ->
                    LockedWork.run(
                        () -> session.backend().lock(EntryKind.RECEIPT, request, false),
                        cancellation,
                        _ -> {},
                        _ -> {
                          locked.countDown();
                          mayEnd.await();
                          cancellation.check();
                          return true;
                        }),
                _ -> {}));
  }

  private void open(Path file, Map<String, String> cloud, String reads) throws Exception {
    Map<String, String> environment = new HashMap<>(cloud);
    environment.put("RUNFABRIC_CONSOLE_READS", reads);
    ProjectRequest request =
        new ProjectRequest(file, folder, Optional.empty(), Optional.empty(), environment);
    window.act(() -> window.model().open(request));
  }

  private Path s3(String bucket) throws Exception {
    return project("backend:\n  kind: s3\n  s3Bucket: " + bucket + "\n");
  }

  private Path project(String backend) throws Exception {
    Path file = Files.createDirectories(folder.resolve("orders")).resolve("runfabric.yml");
    return Files.writeString(file, "service: orders\nprovider:\n  name: aws-lambda\n" + backend);
  }

  private static long windows() {
    List<Window> shown = new ArrayList<>(Window.getWindows());
    return shown.stream().filter(Stage.class::isInstance).count();
  }
}
