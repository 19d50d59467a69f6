package io.runfabric.console.ui.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.task.HandCranked;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages about all projects, without a window: one project with this and that, one without
/// anything, one that does not load.
class AcrossModelsTest {

  private static final String ARN =
      "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev-pay";

  @TempDir private Path directory;
  private final HandCranked workers = new HandCranked();
  private final HandCranked screen = new HandCranked();
  private final Tasks tasks = new Tasks(workers, screen);
  private WindowModel window;
  private ProjectFolder shop;

  @BeforeEach
  void open() throws Exception {
    window =
        new WindowModel(
            tasks,
            ProjectFolder.options(),
            new SettingsFile(directory.resolve("settings.json"), Runnable::run),
            ProjectFolder::request,
            directory.resolve("state"));
    shop = new ProjectFolder(directory.resolve("shop"));
    shop.file(
        ".runfabric/dev.json",
        """
        {"version": 2, "service": "shop", "stage": "dev", "provider": "aws-lambda",
         "deploymentId": "d-4711", "outputs": {"url": "https://pay.example", "apiKey": "canary"},
         "functions": [{"function": "pay", "resourceIdentifier": "%s"}],
         "updatedAt": "2026-03-01T10:00:00Z"}
        """
            .formatted(ARN));
    shop.file(".runfabric/qa.json", "{");
    shop.file(
        ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T11:55:00Z"));
    shop.file(".runfabric/backup/shop-local-20260228T080000Z.json", "{}");
    open(shop);
    ProjectFolder store = new ProjectFolder(directory.resolve("store"));
    store.file("runfabric.yml", ProjectFolder.CONFIGURATION.replace("shop", "store"));
    open(store);
    ProjectFolder broken = new ProjectFolder(directory.resolve("broken"));
    broken.file("runfabric.yml", "service: [");
    open(broken);
  }

  @AfterEach
  void close() {
    window.end();
    settle();
  }

  @Nested
  class AllProjects {

    private AllProjectsModel model;

    @BeforeEach
    void show() {
      model = new AllProjectsModel(window.projects(), tasks, window.clock());
      model.shown();
      settle();
    }

    @Test
    void aProjectIsARowAndWhatWasNotReadIsEmptyNeverZero() {
      assertThat(cells("shop"))
          .containsEntry("state", "attention")
          .containsEntry("backend", "local")
          .containsEntry("stage", "dev")
          .containsEntry("entries", "2")
          .containsEntry("stale", "1")
          .containsEntry("unreadable", "1")
          .containsEntry("deploy", "2026-03-01T10:00:00Z")
          .containsEntry("backup", "2026-02-28T08:00:00Z")
          .containsEntry("why", "1 stale lock, 1 unreadable entry");
      assertThat(cells("store")).containsEntry("state", "fine").containsEntry("entries", "0");
      assertThat(cells("broken")).containsEntry("state", "failed").containsEntry("entries", "");
    }

    @Test
    void aSumWithoutAllOfItsPartsSaysSo() {
      assertThat(model.tilesProperty().get())
          .filteredOn(tile -> tile.title().equals("Entries"))
          .singleElement()
          .returns(2L, AllProjectsModel.Tile::number)
          .returns("in 2 of 3 read", AllProjectsModel.Tile::caption);
    }

    @Test
    void aSumNarrowsTheTableToWhereItComesFrom() {
      AllProjectsModel.Tile stale =
          model.tilesProperty().get().stream()
              .filter(tile -> tile.title().equals("Stale locks"))
              .findFirst()
              .orElseThrow();

      model.table().filterProperty().set(stale.filter());

      assertThat(model.table().visible()).extracting(ProjectLine::name).containsExactly("shop");
    }

    @Test
    void theTableFollowsTheProjectsWhileItIsShown() {
      window.close(window.projects().all().getFirst());
      settle();
      assertThat(model.table().visible()).hasSize(2);

      model.hidden();
      window.close(window.projects().all().getFirst());
      settle();

      assertThat(model.table().visible()).hasSize(2);
    }

    @Test
    void aNumberLeadsToTheRowsItCounts() {
      assertThat(ProjectLine.place("stale")).hasValue(Place.LOCKS.filtered("state:stale"));
      assertThat(ProjectLine.place("backup")).isEmpty();
    }

    private Map<String, String> cells(String name) {
      ProjectLine line =
          model.table().visible().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow();
      return ProjectLine.columns().stream()
          .collect(Collectors.toMap(Column::id, column -> column.text().apply(line)));
    }
  }

  @Nested
  class Searching {

    private SearchModel model;

    @BeforeEach
    void show() {
      model = new SearchModel(window.projects(), tasks, window.clock());
      model.shown();
    }

    @Test
    void rowsAreFoundWhileTyping() {
      type("4711");

      assertThat(model.table().visible())
          .singleElement()
          .returns("shop", hit -> hit.open().name())
          .returns("deployment id", Hit::where)
          .returns("d-4711", Hit::text);
    }

    @Test
    void whatWasNotSearchedIsNamed() {
      type("nowhere");

      assertThat(model.table().visible()).isEmpty();
      assertThat(model.outcomeProperty().get())
          .returns(2, SearchModel.Outcome::searched)
          .returns(
              List.of("Not searched: broken (the configuration does not load)."),
              SearchModel.Outcome::notes);
    }

    @Test
    void documentsAreLookedIntoWhenTheUserAsks() {
      type(ARN);
      assertThat(model.table().visible()).isEmpty();

      model.lookInside();
      assertThat(model.lookingProperty().get()).isTrue();
      settle();

      assertThat(model.lookingProperty().get()).isFalse();
      assertThat(model.table().visible())
          .singleElement()
          .returns("functions[0].resourceIdentifier", Hit::where)
          .returns(ARN, Hit::text);
      assertThat(model.outcomeProperty().get().notes())
          .contains("1 document of shop could not be looked into.");
    }

    @Test
    void secretsCanNeitherBeFoundNorSeen() {
      type("canary");
      model.lookInside();
      settle();
      assertThat(model.table().visible()).isEmpty();

      type("pay.example");
      model.lookInside();
      settle();
      assertThat(model.table().visible())
          .isNotEmpty()
          .allMatch(hit -> !hit.text().contains("canary"));
    }

    @Test
    void aHitLeadsToItsRowInItsProject() {
      type("4711");
      Hit hit = model.table().visible().getFirst();

      window.go(hit.open(), hit.place());

      assertThat(window.projects().active()).map(OpenProject::name).hasValue("shop");
      assertThat(window.placeProperty().get()).isEqualTo(Place.RECEIPTS.at(hit.entry().ref()));
    }

    @Test
    void whatIsTypedNextGivesUpTheSearchInside() {
      type("pay");
      model.lookInside();
      type("4711");

      assertThat(model.table().visible()).extracting(Hit::where).containsExactly("deployment id");
      assertThat(model.outcomeProperty().get().inside()).isFalse();
    }

    private void type(String text) {
      model.queryProperty().set(text);
      settle();
    }
  }

  private void open(ProjectFolder folder) {
    window.open(folder.configuration());
    settle();
  }

  private void settle() {
    HandCranked.settle(workers, screen);
  }
}
