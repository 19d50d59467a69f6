package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real watches and real threads; the test's own thread is the screen's.
class LiveUpdatesTest {

  private static final Duration QUIET = Duration.ofMillis(50);

  @TempDir private Path directory;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private ProjectFolder folder;
  private ProjectModel project;
  private Optional<LiveUpdates> updates = Optional.empty();

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
    project = new ProjectModel(tasks, folder.request(), ProjectFolder.options());
  }

  @AfterEach
  void close() {
    updates.ifPresent(LiveUpdates::close);
    project.close();
    workers.close();
  }

  @Test
  void receiptsAreFollowedFromTheFirstOneInANewFolder() throws Exception {
    open();
    assertThat(project.entries()).isEmpty();

    folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
    await("the first receipt", () -> stages().equals(List.of("dev")));
    folder.replace(".runfabric/prod.json", ProjectFolder.receipt("prod"));
    await("one that was put in place", () -> stages().equals(List.of("dev", "prod")));
    Files.delete(folder.path(".runfabric/dev.json"));
    await("one that went", () -> stages().equals(List.of("prod")));
    assertThat(project.followingProperty().get()).isEqualTo(new Following.Files());
  }

  @Test
  void locksAndJournalsAreFollowed() throws Exception {
    folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
    open();

    folder.file(
        ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T12:10:00Z"));
    folder.file(
        ".runfabric/journals/shop-dev.journal.json", ProjectFolder.journal("dev", "active"));

    await("both", () -> project.locks().size() == 1 && project.journals().size() == 1);
  }

  @Test
  void theConfigurationIsFollowedAlsoWhileItDoesNotLoad() throws Exception {
    open();
    folder.replace("runfabric.yml", "service: [\n");
    await("the mistake", () -> project.failure().isPresent());

    folder.replace("runfabric.yml", ProjectFolder.CONFIGURATION.replace("shop", "store"));

    await("the mend", () -> service().equals("store"));
  }

  @Test
  void aConfigurationThatNeverLoadedIsFollowedToo() throws Exception {
    folder.file("runfabric.yml", "service: [\n");
    open();
    assertThat(project.failure()).isPresent();

    folder.file("runfabric.yml", ProjectFolder.CONFIGURATION);

    await("the mend", () -> service().equals("shop"));
  }

  @Test
  void theEnvironmentFileIsFollowedFromItsFirstLine() throws Exception {
    folder.file(
        "runfabric.yml", ProjectFolder.CONFIGURATION.replace("shop", "${env:SHOP_NAME,shop}"));
    open();
    assertThat(service()).isEqualTo("shop");

    folder.file(".env", "SHOP_NAME=one\n");
    await("the first", () -> service().equals("one"));
    folder.file(".env", "SHOP_NAME=two\n");
    await("the second", () -> service().equals("two"));
  }

  @Test
  void aDatabaseIsFollowedFromItsFirstRow() throws Exception {
    folder.file(
        "runfabric.yml",
        ProjectFolder.CONFIGURATION + "backend:\n  kind: sqlite\n  sqlitePath: data/state.db\n");
    open();

    write("dev");
    await("the first row", () -> stages().equals(List.of("dev")));
    assertThat(project.followingProperty().get()).isInstanceOf(Following.Asking.class);
    write("prod");
    await("the second row", () -> stages().equals(List.of("dev", "prod")));
  }

  @Test
  void nothingIsLoadedOnceClosed() throws Exception {
    open();
    ProjectModel other = new ProjectModel(tasks, folder.request(), ProjectFolder.options());
    LiveUpdates others = LiveUpdates.of(other, QUIET, pace());
    other.load();
    await("the other to load", () -> other.stateProperty().get() instanceof LoadState.Loaded);
    updates.ifPresent(LiveUpdates::close);

    folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
    await("the other to follow", () -> other.entries().size() == 1);

    assertThat(project.entries()).isEmpty();
    others.close();
    other.close();
  }

  @Test
  void aChangeOnItsWayToTheScreenIsDroppedOnceClosed() throws Exception {
    open();
    folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
    Patience.await("the change", () -> screen.waiting() > 0);
    updates.ifPresent(LiveUpdates::close);

    screen.run();

    assertThat(tasks.running()).isEmpty();
  }

  private static AskingPace pace() {
    return new AskingPace(new Random(1));
  }

  private void open() {
    updates = Optional.of(LiveUpdates.of(project, QUIET, pace()));
    project.load();
    await("the first load", () -> !(project.stateProperty().get() instanceof LoadState.Loading));
    await("the watch", tasks::idle);
  }

  private void write(String stage) throws Exception {
    try (ProjectSession session = folder.open()) {
      StateBackend backend = session.backend();
      backend.write(
          backend.locate(EntryAddress.receipt(stage)),
          ProjectFolder.receipt(stage).getBytes(StandardCharsets.UTF_8),
          Precondition.ABSENT);
    }
  }

  private List<String> stages() {
    return project.entries().stream().map(Entry::stage).toList();
  }

  private String service() {
    return project.sessionProperty().get().map(open -> open.project().service()).orElse("");
  }

  private void await(String what, BooleanSupplier holds) {
    Patience.await(
        what,
        () -> {
          screen.run();
          return holds.getAsBoolean();
        });
  }
}
