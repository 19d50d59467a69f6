package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two operators with a folder each and one Postgres between them: one at a window, the other at a
/// terminal. Time runs fast, so that nobody waits for seconds to pass.
class TwoConsolesTest {

  private static final Duration STEP = Duration.ofMillis(200);

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private Map<String, String> environment = Map.of();
  private ProjectSession other;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    environment = Map.of("DSN", PostgresServer.running().newTenant().dsn());
    ProjectFolder mine = project("mine");
    other =
        ProjectSession.open(
            request(project("theirs").configuration()),
            new BackendOptions(Optional.of(mine.path("").toString()), clock, pid -> pid > 0));
    write("dev");
    write("qa");
    window = new OpenWindow(folder.resolve("home"), clock, this::request);
    window.open(mine.configuration());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    other.close();
  }

  @Test
  void aLockThatTheOtherTakesAndGivesBackIsSeen() throws Exception {
    window.go(Place.LOCKS);
    window.untilSays("following changes");

    Lease lease =
        other
            .backend()
            .lock(
                EntryKind.RECEIPT,
                new LockRequest("shop", "qa", "aws-lambda", "restore", Duration.ofDays(1)),
                false);
    untilLater("the lock", () -> window.cells("stage").equals(List.of("qa")));
    lease.release();

    untilLater("no lock", () -> window.cells("stage").isEmpty());
  }

  @Test
  void whatIsSelectedAndFilteredStaysSoWhenTheOtherWrites() throws Exception {
    window.go(Place.RECEIPTS.filtered("stage:a"));
    window.until("what it lets through", () -> window.cells("stage").equals(List.of("qa")));
    window.act(() -> window.table().getSelectionModel().select(0));
    String selected = window.read(this::selected);

    write("alpha");
    untilLater("the new one", () -> window.cells("stage").equals(List.of("alpha", "qa")));

    assertThat(window.read(this::selected)).isEqualTo(selected);
  }

  private void untilLater(String what, BooleanSupplier holds) throws InterruptedException {
    window.until(
        what,
        () -> {
          clock.advance(STEP);
          return holds.getAsBoolean();
        });
  }

  private String selected() {
    return String.valueOf(window.table().getSelectionModel().getSelectedItem());
  }

  private ProjectFolder project(String name) throws Exception {
    ProjectFolder project = new ProjectFolder(folder.resolve(name));
    project.file(
        "runfabric.yml",
        ProjectFolder.CONFIGURATION
            + "backend:\n  kind: postgres\n  postgresConnectionStringEnv: DSN\n");
    return project;
  }

  private ProjectRequest request(Path file) {
    return new ProjectRequest(
        file, file.getRoot(), Optional.empty(), Optional.empty(), environment);
  }

  private void write(String stage) throws Exception {
    var _ =
        other
            .backend()
            .write(
                other.backend().locate(EntryAddress.receipt(stage)),
                ProjectFolder.receipt(stage).getBytes(StandardCharsets.UTF_8),
                Precondition.ABSENT);
  }
}
