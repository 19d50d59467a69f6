package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectModelTest {

  private static final String DEV = ".runfabric/dev.json";
  private static final String LOCK = ".runfabric/locks/shop-dev.lock.json";

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private ProjectFolder folder;
  private ProjectModel project;

  @BeforeEach
  void project() throws Exception {
    folder = new ProjectFolder(directory.resolve("shop-folder"));
    folder.file(DEV, ProjectFolder.receipt("dev"));
    project = new ProjectModel(tasks, folder.request(), ProjectFolder.options());
  }

  @Nested
  class Loading {

    @Test
    void showsEverythingTheSampleHoldsAtOnce() throws Exception {
      BackendOptions options = ProjectFolder.options();
      Path sample = SampleProject.write(directory.resolve("sample"), options.clock());
      ProjectModel shop = new ProjectModel(tasks, ProjectFolder.request(sample), options);
      shop.load();
      workers.run();
      assertThat(shop.entries()).as("before the screen got to it").isEmpty();

      settle();

      assertThat(shop.entries()).hasSize(13);
      assertThat(shop.locks()).hasSize(3);
      assertThat(shop.journals()).hasSize(3);
      assertThat(shop.workspaces()).extracting(WorkspaceRows::chosen).containsOnlyOnce(true);
      assertThat(shop.overviewProperty().get())
          .get()
          .returns(8L, Overview::receipts)
          .returns(5L, Overview::records)
          .returns(2L, Overview::unreadable);
      assertThat(shop.sessionProperty().get()).isPresent();
      assertThat(shop.stateProperty().get()).isEqualTo(new LoadState.Loaded(ProjectFolder.NOW));
      shop.close();
    }

    @Test
    void isVisibleWhileItLasts() {
      project.load();
      assertThat(project.stateProperty().get()).isEqualTo(new LoadState.Loading());
      assertThat(project.loadingProperty().get())
          .get()
          .returns("Loading shop-folder", task -> task.title());

      settle();

      assertThat(project.loadingProperty().get()).isEmpty();
    }

    @Test
    void showsWhatItReadFirstWhileItLasts() {
      project.load();
      ObservableList<Entry> arriving = project.arriving();
      assertThat(arriving).isEmpty();

      settle();

      assertThat(arriving).as("while it lasted").hasSize(1);
      assertThat(project.arriving()).as("now that all is read").isEmpty();
    }

    @Test
    void isOverWhenItIsSaidToBe() {
      List<String> seen = new ArrayList<>();
      project
          .stateProperty()
          .addListener((_, _, state) -> {
            if (state instanceof LoadState.Loaded) {
              seen.add(
                  project.entries().size()
                      + " entries, overview "
                      + project.overviewProperty().get().isPresent()
                      + ", session "
                      + project.sessionProperty().get().isPresent()
                      + ", loading "
                      + project.loadingProperty().get().isPresent());
            }
          });

      load();

      assertThat(seen).containsExactly("1 entries, overview true, session true, loading false");
    }

    @Test
    void worksOnTheCallersThreadToo() {
      ProjectModel direct =
          new ProjectModel(
              new Tasks(Runnable::run, Runnable::run), folder.request(), ProjectFolder.options());

      direct.load();

      assertThat(direct.stateProperty().get()).isInstanceOf(LoadState.Loaded.class);
      assertThat(direct.loadingProperty().get()).isEmpty();
      assertThat(direct.entries()).hasSize(1);
    }

    @Test
    void anewStopsTheLoadUnderWay() throws Exception {
      project.load();
      workers.run();
      folder.file(".runfabric/prod.json", ProjectFolder.receipt("prod"));
      List<Integer> sizes = entryChanges();
      project.load();

      settle();

      assertThat(sizes).containsExactly(2);
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void tellsOfTheOpenSessionBeforeAnythingIsReadFromIt() {
      List<String> seen = new ArrayList<>();
      project.beforeReading(session -> {
        seen.add(session.project().service());
        write(".runfabric/prod.json", ProjectFolder.receipt("prod"));
      });

      load();

      assertThat(seen).containsExactly("shop");
      assertThat(stages()).containsExactly("dev", "prod");
    }
  }

  @Nested
  class Reloading {

    @Test
    void replacesOnlyTheListsThatDiffer() throws Exception {
      folder.file(LOCK, ProjectFolder.lock("dev", "2026-03-01T12:10:00Z"));
      load();
      List<Integer> entries = entryChanges();
      List<Integer> locks = new ArrayList<>();
      project
          .locks()
          .addListener((ListChangeListener<Object>) change -> locks.add(change.getList().size()));
      reload();
      assertThat(entries).isEmpty();
      assertThat(locks).isEmpty();

      folder.file(LOCK, ProjectFolder.lock("dev", "2026-03-01T12:20:00Z"));
      reload();
      assertThat(entries).isEmpty();
      assertThat(locks).containsExactly(1);

      folder.file(DEV, ProjectFolder.receipt("dev", "2026-03-01T11:00:00Z"));
      reload();

      assertThat(entries).containsExactly(1);
      assertThat(locks).hasSize(1);
    }

    @Test
    void whileLoadingRunsOnceMoreAfterwards() throws Exception {
      project.load();
      workers.run();
      folder.file(".runfabric/prod.json", ProjectFolder.receipt("prod"));
      project.reload();
      project.reload();
      assertThat(tasks.running()).hasSize(1);
      screen.run();
      assertThat(stages()).as("the load that was under way").containsExactly("dev");
      assertThat(tasks.running()).hasSize(1);

      settle();

      assertThat(stages()).containsExactly("dev", "prod");
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void whileLoadingRunsAlsoWhenThatLoadFails() throws Exception {
      folder.file("runfabric.yml", "service: [");
      project.load();
      workers.run();
      folder.file("runfabric.yml", ProjectFolder.CONFIGURATION);
      project.reload();

      settle();

      assertThat(project.stateProperty().get()).isInstanceOf(LoadState.Loaded.class);
    }

    @Test
    void replacesTheSessionAndClosesTheOldOneAside() {
      load();
      ProjectSession first = project.sessionProperty().get().orElseThrow();
      project.reload();
      workers.crank();
      screen.run();

      assertThat(project.sessionProperty().get()).isPresent();
      assertThat(project.sessionProperty().get().orElseThrow()).isNotSameAs(first);
      assertThat(tasks.running()).isEmpty();
      assertThat(tasks.idle()).as("the old session is still to be closed").isFalse();
    }
  }

  @Nested
  class Stopping {

    @Test
    void keepsTheRowsOfTheLastLoadAndDropsTheLateOnes() throws Exception {
      load();
      folder.file(".runfabric/prod.json", ProjectFolder.receipt("prod"));
      project.load();
      workers.run();
      project.cancel();
      assertThat(project.stateProperty().get()).isEqualTo(new LoadState.Cancelled());

      settle();

      assertThat(stages()).containsExactly("dev");
      assertThat(project.stateProperty().get()).isEqualTo(new LoadState.Cancelled());
      assertThat(project.loadingProperty().get()).isEmpty();
    }

    @Test
    void itsTaskStopsTheLoadToo() {
      load();
      project.load();
      project.loadingProperty().get().orElseThrow().cancel();

      settle();

      assertThat(project.stateProperty().get()).isEqualTo(new LoadState.Cancelled());
      assertThat(project.loadingProperty().get()).isEmpty();
    }

    @Test
    void takesBackTheReloadThatWaited() {
      project.load();
      project.reload();
      project.cancel();

      settle();

      assertThat(project.stateProperty().get()).isEqualTo(new LoadState.Cancelled());
      assertThat(project.entries()).isEmpty();
    }

    @Test
    void withoutALoadChangesNothing() {
      load();

      project.cancel();

      assertThat(project.stateProperty().get()).isInstanceOf(LoadState.Loaded.class);
    }
  }

  @Nested
  class Failing {

    @Test
    void keepsTheRowsOfTheLastLoadAndSaysWhatIsWrong() throws Exception {
      load();
      folder.file("runfabric.yml", "service: shop\nbackend:\n  kind: postgrez\n");
      reload();

      assertThat(project.failure()).get().returns(false, failure -> failure.problems().isEmpty());
      assertThat(stages()).containsExactly("dev");
      assertThat(project.overviewProperty().get()).isPresent();
      assertThat(project.sessionProperty().get()).isPresent();

      folder.file("runfabric.yml", ProjectFolder.CONFIGURATION);
      reload();

      assertThat(project.failure()).isEmpty();
    }

    @Test
    void atTheFirstLoadShowsNothing() throws Exception {
      Files.delete(folder.configuration());

      load();

      assertThat(project.failure()).isPresent();
      assertThat(project.overviewProperty().get()).isEmpty();
      assertThat(project.sessionProperty().get()).isEmpty();
    }

    @Test
    void namesABackendThatCannotBeOpened() throws Exception {
      folder.file(
          "runfabric.yml",
          ProjectFolder.CONFIGURATION + "backend:\n  kind: postgres\nstate:\n  backend: local\n");

      load();

      assertThat(project.failure().flatMap(Failure::code)).contains(Code.INVALID);
    }
  }

  @Nested
  class Choosing {

    @Test
    void aWorkspaceAmongSeveralOpensTheProjectFromThenOn() throws Exception {
      folder.file(
          "runfabric.yml",
          ProjectFolder.CONFIGURATION + "backend:\n  kind: sqlite\n  sqlitePath: state.db\n");
      Files.delete(folder.path(DEV));
      String own = folder.configuration().resolveSibling("").toString();
      row(".", "dev");
      row(own, "prod");
      load();
      assertThat(project.failure())
          .get()
          .returns(Optional.of(Code.AMBIGUOUS_WORKSPACE), Failure::code)
          .extracting(Failure::choices)
          .asInstanceOf(LIST)
          .containsExactlyInAnyOrder(".", own);

      project.chooseWorkspace(own);
      settle();
      assertThat(project.failure()).isEmpty();
      assertThat(stages()).containsExactly("prod");
      assertThat(project.workspaces()).contains(new WorkspaceRows(own, 1, true));

      reload();
      assertThat(stages()).containsExactly("prod");
      project.chooseWorkspace(".");
      settle();

      assertThat(stages()).containsExactly("dev");
    }

    @Test
    void aStageResolvesTheConfigurationForItFromThenOn() throws Exception {
      load();
      assertThat(stage()).isEqualTo("dev");

      project.chooseStage("prod");
      settle();
      assertThat(stage()).isEqualTo("prod");
      reload();

      assertThat(stage()).isEqualTo("prod");
      assertThat(project.request().stage()).contains("prod");
    }

    private String stage() {
      return project.sessionProperty().get().orElseThrow().project().stage();
    }

    private void row(String workspace, String stage) throws Exception {
      BackendOptions options = ProjectFolder.options().withWorkspace(Optional.of("."));
      try (ProjectSession session = ProjectSession.open(folder.request(), options)) {
        StateBackend backend = session.backend();
        backend.write(
            new DocumentRef("sqlite", "runfabric_receipts[" + workspace + "]/" + stage),
            ProjectFolder.receipt(stage).getBytes(StandardCharsets.UTF_8),
            Precondition.ABSENT);
      }
    }
  }

  @Nested
  class Closing {

    @Test
    void closesTheSessionInTheBackground() {
      load();
      project.close();

      assertThat(project.sessionProperty().get()).isEmpty();
      assertThat(tasks.idle()).as("the session is still to be closed").isFalse();
      settle();
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void dropsTheLoadUnderWayAndItsSession() {
      project.load();
      workers.run();
      project.close();
      screen.run();

      assertThat(project.entries()).isEmpty();
      assertThat(project.sessionProperty().get()).isEmpty();
      assertThat(tasks.idle()).as("the late session is still to be closed").isFalse();
      settle();
      assertThat(tasks.idle()).isTrue();
    }

    @Test
    void isForGood() {
      load();
      project.close();
      settle();

      project.load();
      project.reload();
      project.chooseStage("prod");

      assertThat(tasks.idle()).isTrue();
      assertThat(project.sessionProperty().get()).isEmpty();
    }
  }

  @Test
  void isNamedByItsFolderUntilMoreIsKnown() {
    assertThat(project.folderName()).isEqualTo("shop-folder");
    assertThat(project.file()).isEqualTo(folder.configuration());
  }

  @Test
  void itsRowsCannotBeChangedFromOutside() {
    load();

    assertThatThrownBy(() -> project.entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(project.entries()).isSameAs(project.entries());
  }

  private List<Integer> entryChanges() {
    List<Integer> sizes = new ArrayList<>();
    project
        .entries()
        .addListener((ListChangeListener<Entry>) change -> sizes.add(change.getList().size()));
    return sizes;
  }

  private List<String> stages() {
    return project.entries().stream().map(Entry::stage).toList();
  }

  private void write(String name, String content) {
    try {
      folder.file(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load() {
    project.load();
    settle();
  }

  private void reload() {
    project.reload();
    settle();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
