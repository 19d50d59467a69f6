package io.runfabric.console.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.Problem;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Overview.Attention;
import io.runfabric.console.operation.Overview.StageLine;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.overview.OverviewModel.Concern;
import io.runfabric.console.ui.overview.OverviewModel.Notice;
import io.runfabric.console.ui.overview.OverviewModel.Surroundings;
import io.runfabric.console.ui.overview.OverviewModel.Tile;
import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Tone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewModelTest {

  private static final Surroundings NONE = new Surroundings(List.of(), Map.of(), List.of());

  @TempDir private Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
  }

  @Nested
  class Tiles {

    @Test
    void ofAProjectInOrderAskForNothing() throws Exception {
      folder.file(".runfabric/dev.json", ProjectFolder.receipt("dev"));
      folder.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T12:10:00Z"));

      assertThat(tile(Tile.Subject.RECEIPTS))
          .returns(1L, Tile::number)
          .returns(Tone.NEUTRAL, Tile::tone)
          .returns(Place.RECEIPTS.filtered("kind:receipt"), Tile::place);
      assertThat(tile(Tile.Subject.RECORDS))
          .returns(0L, Tile::number)
          .returns(Place.RECEIPTS.filtered("kind:record"), Tile::place);
      assertThat(tile(Tile.Subject.LOCKS))
          .returns(1L, Tile::number)
          .returns("none stale", Tile::caption)
          .returns(Tone.NEUTRAL, Tile::tone)
          .returns(Place.LOCKS.whole(), Tile::place);
      assertThat(tile(Tile.Subject.INTERRUPTED))
          .returns("every run ended", Tile::caption)
          .returns(Tone.SUCCESS, Tile::tone)
          .returns(Place.JOURNALS.whole(), Tile::place);
      assertThat(tile(Tile.Subject.UNREADABLE))
          .returns("all of them load", Tile::caption)
          .returns(Tone.SUCCESS, Tile::tone)
          .returns(Place.RECEIPTS.whole(), Tile::place);
    }

    @Test
    void ofAProjectInTroubleLeadToTheTrouble() throws Exception {
      folder.file(".runfabric/dev.json", "{");
      folder.file(
          ".runfabric/journals/shop-dev.journal.json", ProjectFolder.journal("dev", "active"));
      folder.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T11:00:00Z"));
      folder.file(".runfabric/locks/shop-qa.lock.json", "");

      assertThat(tile(Tile.Subject.LOCKS))
          .returns(0L, Tile::number)
          .returns("and 1 stale, 1 unreadable", Tile::caption)
          .returns(Tone.WARNING, Tile::tone);
      assertThat(tile(Tile.Subject.INTERRUPTED))
          .returns(1L, Tile::number)
          .returns("to be recovered", Tile::caption)
          .returns(Tone.DANGER, Tile::tone)
          .returns(Place.JOURNALS.filtered("status:interrupted"), Tile::place);
      assertThat(tile(Tile.Subject.UNREADABLE))
          .returns(1L, Tile::number)
          .returns("do not load", Tile::caption)
          .returns(Tone.DANGER, Tile::tone)
          .returns(Place.RECEIPTS.filtered("health:unreadable"), Tile::place);
    }

    private Tile tile(Tile.Subject subject) throws Exception {
      return model(NONE).tiles().stream()
          .filter(tile -> tile.subject() == subject)
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  class Concerns {

    @Test
    void leadToTheRowTheyAreAbout() throws Exception {
      folder.file(".runfabric/dev.json", "{");
      folder.file(
          ".runfabric/journals/shop-prod.journal.json", ProjectFolder.journal("prod", "active"));
      folder.file(".runfabric/journals/shop-qa.journal.json", "{");
      folder.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T11:00:00Z"));

      assertThat(model(NONE).attention())
          .extracting(Concern::place)
          .containsExactlyInAnyOrder(
              Place.RECEIPTS.filtered(".runfabric/dev.json"),
              Place.JOURNALS.filtered("prod"),
              Place.JOURNALS.filtered("shop-qa.journal.json"),
              Place.LOCKS.filtered("dev"));
    }

    @Test
    void comeInTheOrderOfTheirSeverity() throws Exception {
      folder.file(
          ".runfabric/locks/shop-dev.lock.json", ProjectFolder.lock("dev", "2026-03-01T11:00:00Z"));
      folder.file(".runfabric/locks/shop-qa.lock.json", "");

      assertThat(model(NONE).attention())
          .extracting(concern -> concern.attention().severity())
          .containsExactly(Attention.Severity.CRITICAL, Attention.Severity.WARNING);
    }
  }

  @Test
  void productionStagesComeFirstThenByName() throws Exception {
    for (String stage : List.of("dev", "live", "Prod", "alpha", "production")) {
      folder.file(".runfabric/" + stage + ".json", ProjectFolder.receipt(stage));
    }

    assertThat(model(NONE).stages())
        .extracting(StageLine::stage)
        .containsExactly("Prod", "live", "production", "alpha", "dev");
  }

  @Nested
  class Notices {

    @Test
    void areNoneWhenThereIsNothingToKnow() throws Exception {
      assertThat(
              model(new Surroundings(List.of(new WorkspaceRows(".", 3, true)), Map.of(), List.of()))
                  .notices())
          .isEmpty();
    }

    @Test
    void nameTheConfigurationsWarningsFirst() throws Exception {
      Problem problem =
          new Problem(
              Problem.Severity.WARNING,
              Path.of("/p/runfabric.yml"),
              2,
              1,
              "stage",
              "x",
              "unknown key",
              "remove it");
      Surroundings around =
          new Surroundings(List.of(), Map.of("prod", BackendKind.S3), List.of(problem));

      assertThat(model(around).notices())
          .containsExactly(
              new Notice(Tone.WARNING, problem.sentence()),
              new Notice(
                  Tone.NEUTRAL,
                  "One stage keeps receipts in another backend: prod in s3. Choose the stage above"
                      + " to see them."));
    }

    @Test
    void nameAFewOfManyOtherBackends() throws Exception {
      Map<String, BackendKind> elsewhere = new TreeMap<>();
      for (String stage : List.of("a", "b", "c", "d", "e", "f")) {
        elsewhere.put(stage, BackendKind.GCS);
      }

      assertThat(texts(new Surroundings(List.of(), elsewhere, List.of())))
          .containsExactly(
              "6 stages keep receipts in another backend: a in gcs, b in gcs, c in gcs, d in gcs,"
                  + " e in gcs, …. Choose the stage above to see them.");
    }

    @Test
    void nameTheOtherWorkspacesOfTheDatabaseAndWhichIsRead() throws Exception {
      assertThat(
              texts(
                  new Surroundings(
                      List.of(
                          new WorkspaceRows(".", 3, true),
                          new WorkspaceRows("/srv/a", 1, false),
                          new WorkspaceRows("/srv/b", 1_200, false)),
                      Map.of(),
                      List.of())))
          .containsExactly(
              "The database also holds 2 other workspaces: “/srv/a” (1 entry), “/srv/b” (1,200"
                  + " entries). This project reads “.”.");
    }

    @Test
    void sayWhenNoWorkspaceIsThisProjects() throws Exception {
      List<WorkspaceRows> many = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        many.add(new WorkspaceRows("w" + i, 1, false));
      }

      assertThat(texts(new Surroundings(many, Map.of(), List.of())))
          .singleElement()
          .asString()
          .endsWith("“w4” (1 entry), …. None of them is this project's.");
    }

    @Test
    void countTheEntriesOfOtherServices() {
      Map<String, Long> services = new LinkedHashMap<>();
      services.put("zeta", 1L);
      services.put("billing", 2L);
      Overview sums = new Overview.Builder().build(services, List.of(), List.of());

      assertThat(OverviewModel.of(sums, NONE).notices())
          .extracting(Notice::text)
          .containsExactly(
              "Not shown: 3 entries of 2 other services in the same backend (billing, zeta).");
    }

    private List<String> texts(Surroundings around) throws Exception {
      return model(around).notices().stream().map(Notice::text).toList();
    }
  }

  private OverviewModel model(Surroundings around) throws Exception {
    try (ProjectSession session = folder.open()) {
      Overview overview =
          Overview.of(session, StateFilter.PROJECT, Progress.NONE, Cancellation.never());
      return OverviewModel.of(overview, around);
    }
  }
}
