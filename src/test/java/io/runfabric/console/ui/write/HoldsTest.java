package io.runfabric.console.ui.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.hold.HoldRequest;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stages the window keeps locked, on a real project.
class HoldsTest {

  private static final String KEY = ".runfabric/locks/shop-dev.lock.json";

  @TempDir private Path directory;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService screen = Executors.newSingleThreadExecutor();
  private final List<String> alarms = new CopyOnWriteArrayList<>();
  private ProjectFolder folder;
  private Writes writes;

  @BeforeEach
  void project() throws Exception {
    folder = new ProjectFolder(directory.resolve("shop"));
    writes =
        new Writes(
            new Tasks(workers, screen),
            directory.resolve("state"),
            Clock.systemUTC(),
            _ -> {},
            alarms::add);
  }

  @AfterEach
  void end() {
    writes.holds().giveBack();
    workers.close();
    screen.close();
  }

  @Test
  void areGivenBackWhenToldAndWrittenDown() throws Exception {
    hold();
    assertThat(Files.readString(folder.path(KEY))).contains("maintenance: mending");
    assertThat(onScreen(() -> writes.holds().names())).containsExactly("shop/dev");

    writes.holds().giveBack();
    workers.close();

    assertThat(folder.path(KEY)).doesNotExist();
    assertThat(onScreen(() -> writes.holds().anyProperty().get())).isFalse();
    Activity line = writes.log().newest(1, _ -> true).activities().getFirst();
    assertThat(line.doing().operation()).isEqualTo("lock release");
    assertThat(line.keys()).containsExactly(KEY);
    assertThat(alarms).isEmpty();
  }

  @Test
  void thatSomebodyElseHasTakenAwayAreToldOfWherever() throws Exception {
    hold();
    Files.writeString(folder.path(KEY), ProjectFolder.lock("dev", "2999-01-01T00:00:00Z"));

    workers.close();

    onScreen(() -> true);
    assertThat(alarms)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("The maintenance lock on shop/dev was lost: ");
    assertThat(Files.readString(folder.path(KEY))).doesNotContain("maintenance");
    assertThat(writes.log().newest(1, _ -> true).activities().getFirst().errorCode())
        .isEqualTo("LEASE_LOST");
  }

  private void hold() throws Exception {
    ProjectSession session = ProjectSession.open(folder.request(), BackendOptions.standard());
    HoldRequest request =
        new HoldRequest(
            "shop", "dev", "mending", Duration.ofSeconds(2), /* renewed= */ true, false);
    Doing ending = Doing.on(session.project(), "lock release", "runfabric-console lock release");
    writes.<Object, Exception>record(
        ending.named("lock hold"), trace -> writes.holds().take(session, request, ending, trace));
  }

  private <T> T onScreen(java.util.concurrent.Callable<T> what) throws Exception {
    return screen.submit(what).get();
  }
}
