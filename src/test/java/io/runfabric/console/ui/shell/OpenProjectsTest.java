package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window with several projects, without a window.
class OpenProjectsTest {

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private WindowModel window;

  @BeforeEach
  void window() {
    window = newWindow();
  }

  @AfterEach
  void close() {
    window.end();
    settle();
  }

  @Nested
  class Standing {

    @Test
    void aProjectIsLoadingAndThenFine() throws Exception {
      window.open(project("shop").configuration());
      assertThat(only().status()).isEqualTo(ProjectStatus.LOADING);

      settle();

      assertThat(only().status()).isEqualTo(ProjectStatus.FINE);
      assertThat(only().name()).isEqualTo("shop");
    }

    @Test
    void whatAsksForAttentionIsCounted() throws Exception {
      ProjectFolder shop = project("shop");
      shop.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T11:55:00Z"));
      shop.file(".runfabric/qa.json", "{");

      open(shop);

      assertThat(only().status())
          .isEqualTo(
              new ProjectStatus(ProjectStatus.Kind.ATTENTION, "1 stale lock, 1 unreadable entry"));
    }

    @Test
    void aConfigurationThatDoesNotLoadIsAFailureAndMendingItIsEnough() throws Exception {
      ProjectFolder shop = project("shop");
      shop.file("runfabric.yml", "service: [");

      open(shop);
      assertThat(only().status())
          .isEqualTo(
              new ProjectStatus(ProjectStatus.Kind.FAILED, "the configuration does not load"));
      shop.file("runfabric.yml", ProjectFolder.CONFIGURATION);
      window.projects().refresh(only());
      settle();

      assertThat(only().status()).isEqualTo(ProjectStatus.FINE);
    }

    @Test
    void aLockThatTurnsStaleInTheBackgroundIsToldWithItsProject() throws Exception {
      ProjectFolder shop = project("shop");
      shop.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T12:30:00Z"));
      open(shop);
      open(project("store"));

      shop.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T11:55:00Z"));
      window.projects().refresh(window.projects().all().getFirst());
      settle();

      assertThat(window.noticeProperty().get())
          .hasValueSatisfying(notice -> {
            assertThat(notice.urgent()).isTrue();
            assertThat(notice.text()).startsWith("shop: The lock of dev has turned stale");
          });
      assertThat(window.projects().active()).map(OpenProject::name).hasValue("store");
    }

    @Test
    void aLeaseThatEndsInTheBackgroundIsNoticed() throws Exception {
      ProjectFolder shop = project("shop");
      shop.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T12:30:00Z"));
      open(shop);
      open(project("store"));

      window.projects().tick(ProjectFolder.NOW.plusSeconds(3_600));

      assertThat(tasks.running()).extracting(task -> task.title()).containsExactly("Loading shop");
    }
  }

  @Nested
  class Switching {

    @Test
    void aProjectIsFoundAgainWhereItWasLeft() throws Exception {
      open(project("shop"));
      open(project("store"));
      OpenProject shop = window.projects().all().getFirst();
      window.go(shop, Place.LOCKS.filtered("dev"));
      Place left = shop.place();

      window.projects().activate(window.projects().all().getLast());
      assertThat(window.placeProperty().get()).isEqualTo(Place.OVERVIEW);
      window.projects().activate(shop);

      assertThat(window.placeProperty().get()).isSameAs(left);
    }

    @Test
    void afterTheLastProjectComesTheFirst() throws Exception {
      open(project("shop"));
      open(project("store"));
      open(project("stock"));

      assertThat(window.projects().away(1)).map(OpenProject::name).hasValue("shop");
      assertThat(window.projects().away(-1)).map(OpenProject::name).hasValue("store");
    }

    @Test
    void aClosedProjectLeavesItsPlaceToTheNext() throws Exception {
      open(project("shop"));
      open(project("store"));
      open(project("stock"));
      OpenProject shop = window.projects().all().getFirst();
      window.projects().activate(shop);

      window.close();
      settle();

      assertThat(names()).containsExactly("store", "stock");
      assertThat(window.projects().active()).map(OpenProject::name).hasValue("store");
      assertThat(shop.project().sessionProperty().get()).isEmpty();
      assertThat(window.recents()).extracting(Recent::name).contains("shop");
    }

    @Test
    void closingAnotherProjectLeavesTheActiveOne() throws Exception {
      open(project("shop"));
      open(project("store"));

      window.close(window.projects().all().getFirst());

      assertThat(names()).containsExactly("store");
      assertThat(window.projects().active()).map(OpenProject::name).hasValue("store");
    }
  }

  @Nested
  class ComingBack {

    @Test
    void theProjectsTheActiveOneAndItsStageAreThereAgain() throws Exception {
      open(project("shop"));
      open(project("store"));
      open(project("stock"));
      OpenProject store = window.projects().all().get(1);
      window.projects().activate(store);
      store.project().chooseStage("prod");
      settle();
      window.end();

      window = newWindow();
      window.begin(Optional.empty());
      settle();

      assertThat(names()).containsExactly("shop", "store", "stock");
      OpenProject again = window.projects().active().orElseThrow();
      assertThat(again.name()).isEqualTo("store");
      assertThat(again.project().sessionProperty().get())
          .map(session -> session.project().stage())
          .hasValue("prod");
      assertThat(window.projects().all())
          .allMatch(open -> open.status().equals(ProjectStatus.FINE));
      assertThat(window.recents()).extracting(Recent::name).startsWith("stock");
    }

    @Test
    void noMoreThanTwoAreLoadedAtOnce() throws Exception {
      for (String name : List.of("a", "b", "c", "d", "e")) {
        open(project(name));
      }
      window.end();
      settle();

      window = newWindow();
      window.begin(Optional.empty());
      int most = 0;
      while (workers.waiting() + screen.waiting() > 0) {
        long loading =
            tasks.running().stream().filter(task -> task.title().startsWith("Loading")).count();
        most = Math.max(most, (int) loading);
        if (!workers.crank()) {
          screen.crank();
        }
      }

      assertThat(most).isEqualTo(LoadQueue.AT_ONCE);
      assertThat(window.projects().all())
          .allMatch(open -> open.status().equals(ProjectStatus.FINE));
    }

    @Test
    void aProjectThatIsKeptElsewhereIsLoadedWhenSomebodyLooksAtIt() throws Exception {
      ProjectFolder remote = project("remote");
      remote.file(
          "runfabric.yml",
          ProjectFolder.CONFIGURATION
              + "backend:\n  kind: postgres\n"
              + "  postgresConnectionStringEnv: NOWHERE\n");
      open(remote);
      open(project("shop"));
      window.end();

      window = newWindow();
      window.begin(Optional.empty());
      settle();

      OpenProject open = window.projects().all().getFirst();
      assertThat(open.status())
          .isEqualTo(
              new ProjectStatus(ProjectStatus.Kind.NOT_LOADED, "not loaded yet, kept in postgres"));
      assertThat(open.kind()).hasValue(BackendKind.POSTGRES);
      assertThat(open.project().stateProperty().get()).isInstanceOf(LoadState.Loading.class);

      window.projects().activate(open);
      settle();

      assertThat(open.status().kind()).isEqualTo(ProjectStatus.Kind.FAILED);
    }

    @Test
    void aProjectThatIsGoneStaysInTheTreeAsFailed() throws Exception {
      ProjectFolder shop = project("shop");
      open(shop);
      open(project("store"));
      window.end();
      Files.delete(shop.configuration());

      window = newWindow();
      window.begin(Optional.empty());
      settle();

      assertThat(names()).containsExactly("shop", "store");
      assertThat(window.projects().all().getFirst().status().kind())
          .isEqualTo(ProjectStatus.Kind.FAILED);
      window.close(window.projects().all().getFirst());
      window.end();
      window = newWindow();
      window.begin(Optional.empty());
      assertThat(names()).containsExactly("store");
    }

    @Test
    void whatTheUserNamesIsLookedAtBesideWhatWasOpen() throws Exception {
      ProjectFolder shop = project("shop");
      open(shop);
      open(project("store"));
      window.end();

      window = newWindow();
      ProjectRequest named = shop.request().withStage(Optional.of("prod"));
      window.begin(Optional.of(named));
      settle();

      assertThat(names()).containsExactly("store", "shop");
      assertThat(window.projects().active().orElseThrow().project().request()).isEqualTo(named);
    }

    @Test
    void aDamagedSettingsFileStartsAnEmptyWindow() throws Exception {
      Files.writeString(
          directory.resolve("settings.json"),
          "{\"open\": [{\"file\": 7}, {\"file\": \"relative\"}, 5], \"active\": [],"
              + " \"frame\": {\"x\": \"left\"}}");

      window = newWindow();
      window.begin(Optional.empty());

      assertThat(window.projects().all()).isEmpty();
      assertThat(window.frame()).isEmpty();
    }
  }

  private List<String> names() {
    return window.projects().all().stream().map(OpenProject::name).toList();
  }

  private OpenProject only() {
    assertThat(window.projects().all()).hasSize(1);
    return window.projects().all().getFirst();
  }

  private ProjectFolder project(String service) throws Exception {
    ProjectFolder folder = new ProjectFolder(directory.resolve(service));
    folder.file("runfabric.yml", ProjectFolder.CONFIGURATION.replace("shop", service));
    return folder;
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

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
