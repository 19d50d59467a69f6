package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two projects in databases, one of them on screen.
class AttentionTest {

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private Instant now = ProjectFolder.NOW;
  private WindowModel window;
  private Attention attention;

  @BeforeEach
  void window() throws Exception {
    window =
        new WindowModel(
            new Tasks(workers, screen),
            ProjectFolder.options(),
            new SettingsFile(directory.resolve("window.json"), workers),
            ProjectFolder::request,
            directory.resolve("state"));
    attention = new Attention(window);
    for (String name : new String[] {"one", "two"}) {
      ProjectFolder folder = new ProjectFolder(directory.resolve(name));
      folder.file(
          "runfabric.yml",
          ProjectFolder.CONFIGURATION + "backend:\n  kind: sqlite\n  sqlitePath: state.db\n");
      window.open(folder.configuration());
      settle();
    }
  }

  @AfterEach
  void close() {
    window.end();
    settle();
  }

  @Test
  void theProjectOnScreenAloneIsAskedFor() {
    attention.onScreenProperty().set(true);

    assertThat(asked(8)).isEqualTo(1);
  }

  @Test
  void nothingIsAskedWhileTheWindowCannotBeSeen() {
    assertThat(asked(100)).isZero();
  }

  @Test
  void nothingIsAskedWhileThePageIsAboutAllProjects() {
    attention.onScreenProperty().set(true);
    window.go(Across.PROJECTS);

    assertThat(asked(100)).isZero();
  }

  @Test
  void nothingIsAskedOfAProjectThatWasClosed() {
    attention.onScreenProperty().set(true);
    window.close();
    window.close();
    settle();

    assertThat(asked(100)).isZero();
  }

  @Test
  void whoComesToTheWindowSeesNewsSoon() {
    attention.onScreenProperty().set(true);
    asked(80);

    attention.returned();

    assertThat(asked(6)).isEqualTo(1);
  }

  private int asked(int seconds) {
    int asked = 0;
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      attention.tick(now);
      asked += workers.waiting();
      settle();
    }
    return asked;
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
