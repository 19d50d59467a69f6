package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that is no project itself, named, dropped or given on the command line.
class FolderModelTest {

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private WindowModel window;

  @BeforeEach
  void window() {
    window =
        new WindowModel(
            tasks,
            ProjectFolder.options(),
            new SettingsFile(directory.resolve("settings.json"), Runnable::run),
            ProjectFolder::request,
            directory.resolve("state"));
  }

  @AfterEach
  void close() {
    window.end();
    settle();
  }

  @Test
  void theProjectsBelowAreShownAndThoseTakenAreOpened() throws Exception {
    ProjectFolder shop = new ProjectFolder(directory.resolve("all/shop-folder"));
    ProjectFolder broken = new ProjectFolder(directory.resolve("all/broken"));
    broken.file("runfabric.yml", "service: [");

    window.open(directory.resolve("all"));
    settle();

    FolderModel.Found found = window.folders().foundProperty().get().orElseThrow();
    assertThat(found.projects())
        .containsExactly(
            new FolderModel.Found.Candidate(broken.configuration(), "broken", "broken", ""),
            new FolderModel.Found.Candidate(shop.configuration(), "shop", "shop-folder", "local"));
    assertThat(window.projects().all()).isEmpty();

    window.openAll(List.of(shop.configuration(), broken.configuration()));
    settle();

    assertThat(window.projects().all())
        .extracting(open -> open.status().kind())
        .containsExactlyInAnyOrder(ProjectStatus.Kind.FINE, ProjectStatus.Kind.FAILED);
    assertThat(window.projects().active()).map(OpenProject::name).hasValue("shop");
  }

  @Test
  void aFolderWithoutAnySaysSo() throws Exception {
    Path empty = directory.resolve("empty");
    Files.createDirectories(empty.resolve("below"));

    window.open(empty);
    settle();

    assertThat(window.noticeProperty().get())
        .map(WindowModel.Notice::text)
        .hasValue("There is no runfabric.yml in " + empty + " or below.");
    assertThat(window.folders().foundProperty().get()).isEmpty();
  }

  @Test
  void aFolderOnTheCommandLineIsSearchedAndTheLastProjectIsLookedAt() throws Exception {
    new ProjectFolder(directory.resolve("all/shop-folder"));
    ProjectFolder here = new ProjectFolder(directory.resolve("here"));

    window.begin(java.util.Optional.of(ProjectFolder.request(directory.resolve("all"))));
    settle();
    assertThat(window.folders().foundProperty().get()).isPresent();
    assertThat(window.projects().all()).isEmpty();

    window.open(ProjectFolder.request(directory.resolve("here")));
    settle();
    assertThat(window.projects().active()).map(OpenProject::file).hasValue(here.configuration());
  }

  @Test
  void theSearchCanBeStopped() throws Exception {
    new ProjectFolder(directory.resolve("all/shop-folder"));
    window.open(directory.resolve("all"));

    List.copyOf(tasks.running()).forEach(RunningTask::cancel);
    settle();

    assertThat(window.folders().foundProperty().get()).isEmpty();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
