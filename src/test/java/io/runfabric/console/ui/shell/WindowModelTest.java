package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowModelTest {

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private ProjectFolder shop;
  private ProjectFolder store;
  private WindowModel window;

  @BeforeEach
  void window() throws Exception {
    shop = new ProjectFolder(directory.resolve("shop-folder"));
    store = new ProjectFolder(directory.resolve("store-folder"));
    store.file("runfabric.yml", ProjectFolder.CONFIGURATION.replace("shop", "store"));
    window = newWindow();
  }

  @AfterEach
  void close() {
    window.end();
    settle();
  }

  @Nested
  class Opening {

    @Test
    void aFileOpensItsProjectAndLoadsIt() {
      window.open(shop.configuration());
      assertThat(project().file()).isEqualTo(shop.configuration());
      assertThat(project().stateProperty().get()).isInstanceOf(LoadState.Loading.class);

      settle();

      assertThat(project().stateProperty().get()).isInstanceOf(LoadState.Loaded.class);
    }

    @Test
    void aFolderOpensTheProjectInIt() {
      window.open(directory.resolve("shop-folder"));

      assertThat(project().file()).isEqualTo(shop.configuration());
    }

    @Test
    void aPathWithoutAProjectSaysSoAndKeepsWhatIsOpen() {
      window.open(shop.configuration());
      Path nothing = directory.resolve("nothing");

      window.open(nothing);

      assertThat(window.noticeProperty().get())
          .get()
          .returns(
              "There is no runfabric.yml at " + Homely.path(nothing), WindowModel.Notice::text);
      assertThat(project().file()).isEqualTo(shop.configuration());
      assertThat(window.recents()).hasSize(1);
    }

    @Test
    void anotherProjectStartsAtItsOverviewAndTheFirstStaysOpenAsItWas() {
      window.open(shop.configuration());
      settle();
      ProjectModel first = project();
      window.go(Place.LOCKS);

      window.open(store.configuration());
      settle();

      assertThat(project().file()).isEqualTo(store.configuration());
      assertThat(window.placeProperty().get()).isEqualTo(Place.OVERVIEW);
      assertThat(first.sessionProperty().get()).isPresent();

      window.open(shop.configuration());

      assertThat(project()).isSameAs(first);
      assertThat(window.placeProperty().get()).isEqualTo(Place.LOCKS);
    }
  }

  @Nested
  class Remembering {

    @Test
    void aProjectIsCalledByItsFolderUntilItsServiceIsKnown() {
      window.open(shop.configuration());
      assertThat(window.recents()).containsExactly(new Recent(shop.configuration(), "shop-folder"));

      settle();

      assertThat(window.recents()).containsExactly(new Recent(shop.configuration(), "shop"));
    }

    @Test
    void theLatestProjectIsFirstUnderTheNameItHad() {
      open(shop);
      open(store);
      assertThat(window.recents()).extracting(Recent::name).containsExactly("store", "shop");

      window.open(shop.configuration());

      assertThat(window.recents()).extracting(Recent::name).containsExactly("shop", "store");
    }

    @Test
    void aProjectCanBeForgotten() {
      open(shop);
      open(store);

      window.forget(window.recents().getFirst());

      assertThat(window.recents()).extracting(Recent::name).containsExactly("shop");
    }

    @Test
    void theNextWindowKnowsProjectsAndTheme() {
      open(shop);
      window.themeProperty().set(ThemeChoice.DARK);

      WindowModel next = newWindow();

      assertThat(next.themeProperty().get()).isEqualTo(ThemeChoice.DARK);
      assertThat(next.recents()).containsExactly(new Recent(shop.configuration(), "shop"));
    }

    @Test
    void aProjectThatIsLoadedMeanwhileDoesNotComeBackToTheTop() {
      window.open(shop.configuration());
      window.open(store.configuration());
      settle();

      assertThat(window.recents())
          .containsExactly(
              new Recent(store.configuration(), "store"), new Recent(shop.configuration(), "shop"));
    }

    @Test
    void aReloadOfTheOpenProjectChangesNoRecents() {
      open(shop);
      List<String> changes = new ArrayList<>();
      window.recents().addListener((InvalidationListener) _ -> changes.add("changed"));

      project().load();
      settle();

      assertThat(changes).isEmpty();
    }
  }

  @Nested
  class Secrets {

    @Test
    void areHiddenUntilAskedFor() {
      assertThat(window.redactorProperty().get()).isSameAs(Redactor.masking());
      assertThat(window.secretsShown()).isFalse();

      window.revealSecrets(true);
      assertThat(window.redactorProperty().get()).isSameAs(Redactor.revealing());
      assertThat(window.secretsShown()).isTrue();
      window.revealSecrets(false);

      assertThat(window.secretsShown()).isFalse();
    }

    @Test
    void areHiddenAgainWhenTheProjectIsClosed() {
      open(shop);
      window.revealSecrets(true);

      window.close();

      assertThat(window.secretsShown()).isFalse();
    }

    @Test
    void areHiddenInTheNextProject() {
      open(shop);
      window.revealSecrets(true);

      window.open(store.configuration());

      assertThat(window.secretsShown()).isFalse();
    }
  }

  @Nested
  class Going {

    private final List<Place> arrived = new ArrayList<>();

    @BeforeEach
    void follow() {
      open(shop);
      window
          .placeProperty()
          .addListener((InvalidationListener) _ -> arrived.add(window.placeProperty().get()));
    }

    @Test
    void leadsToThePlace() {
      window.go(Place.LOCKS.filtered("stale"));

      assertThat(window.placeProperty().get()).isEqualTo(Place.LOCKS.filtered("stale"));
    }

    @Test
    void toTheSamePlaceAppliesItsFilterAnew() {
      Place stale = Place.LOCKS.filtered("stale");
      window.go(stale);
      window.go(stale);

      assertThat(arrived).containsExactly(stale, stale);
    }
  }

  @Test
  void theSameWordsAreANewNoticeEachTime() {
    List<String> said = new ArrayList<>();
    window
        .noticeProperty()
        .addListener((_, _, notice) -> notice.ifPresent(words -> said.add(words.text())));

    window.say("Copied");
    window.say("Copied");

    assertThat(said).containsExactly("Copied", "Copied");
  }

  @Test
  void closingLeavesNoProjectAndNothingRunning() {
    open(shop);

    window.close();
    assertThat(window.projectProperty().get()).isEmpty();
    settle();

    assertThat(tasks.idle()).isTrue();
    assertThat(window.recents()).hasSize(1);
  }

  private void open(ProjectFolder folder) {
    window.open(folder.configuration());
    settle();
  }

  private WindowModel newWindow() {
    return new WindowModel(
        tasks,
        ProjectFolder.options(),
        new SettingsFile(directory.resolve("settings.json"), Runnable::run),
        ProjectFolder::request,
        directory.resolve("state"));
  }

  private ProjectModel project() {
    return window.projectProperty().get().orElseThrow();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
