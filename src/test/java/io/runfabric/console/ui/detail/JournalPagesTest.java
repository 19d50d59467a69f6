package io.runfabric.console.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Journal.Checkpoint;
import io.runfabric.console.ui.project.ProjectFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalPagesTest {

  private static final String KEY = ".runfabric/journals/shop-dev.journal.json";

  @TempDir private Path directory;
  private ProjectFolder folder;

  @BeforeEach
  void project() throws IOException {
    folder = new ProjectFolder(directory);
  }

  @Test
  void aFinishedRunTellsWhatItWas() throws Exception {
    folder.file(KEY, ProjectFolder.journal("dev", "rolled_back"));

    List<DetailPage> pages = pages();

    assertThat(Pages.titles(pages)).containsExactly("Summary");
    assertThat(Pages.lines(pages.getFirst()))
        .startsWith(
            "# Run",
            "Service = shop (TEXT)",
            "Stage = dev (TEXT)",
            "Operation = deploy (TEXT)",
            "Status = rolled back (TEXT)",
            "Started = 2026-03-01T11:00:00Z (TIME)",
            "Attempts = 2 (TEXT)",
            "Version = 4 (TEXT)",
            "Checksum = None stored (TEXT)",
            "# Stored",
            "Key = " + KEY + " (MONO)");
  }

  @Test
  void anInterruptedRunSaysSoFirst() throws Exception {
    folder.file(KEY, ProjectFolder.journal("dev", "active"));

    assertThat(Pages.lines(pages().getFirst()).getFirst())
        .isEqualTo(
            "! DANGER This deploy was interrupted: it has not come to its end, and no deploy holds"
                + " the lock.");
  }

  @Test
  void aChecksumThatDiffersIsANoteAndNoAlarm() throws Exception {
    folder.file(
        KEY,
        ProjectFolder.journal("dev", "completed")
            .replace("\"version\"", "\"checksum\": \"00\", \"version\""));

    assertThat(Pages.lines(pages().getFirst()))
        .anyMatch(line -> line.startsWith("Checksum = Differs. A note, never proof of damage"))
        .noneMatch(line -> line.startsWith("!"));
  }

  @Test
  void oneThatDoesNotLoadSaysWhyAndClaimsNothingElse() throws Exception {
    folder.file(KEY, "[]");

    assertThat(Pages.lines(pages().getFirst()))
        .startsWith("! DANGER This journal does not load: a JSON array, not an object.", "# Stored")
        .noneMatch(line -> line.startsWith("Status"));
  }

  @Test
  void theTimelineShowsHowFarTheRunCame() throws Exception {
    folder.file(
        KEY,
        ProjectFolder.journal("dev", "active")
            .replace(
                "\"version\"",
                """
                "checkpoints": [{"name": "package", "status": "Done"},
                  {"name": "provision", "status": "failed"},
                  {"name": "rollback", "status": "in_progress"}],
                "operations": [{"type": "create_lambda", "resource": "shop-dev-cart"},
                  {"type": "create_route", "resource": "GET /cart"}], "version"
                """));

    DetailPage timeline = Pages.titled("Timeline", pages());

    assertThat(timeline.items()).isEqualTo(5);
    assertThat(Pages.lines(timeline))
        .containsExactly(
            "# Checkpoints | 1 of 3 reached",
            "- package | Done (SUCCESS)",
            "- provision | failed (DANGER)",
            "- rollback | in progress (NEUTRAL).",
            "# Created | 2 resources",
            "- shop-dev-cart | create lambda (NEUTRAL)",
            "- GET /cart | create route (NEUTRAL).");
  }

  @ParameterizedTest
  @CsvSource({
    "done, true",
    "COMPLETED, true",
    "ok, true",
    "succeeded, true",
    "failed, false",
    "running, false",
    "'', false"
  })
  void aCheckpointIsReachedByAnyWordTheEnginesUse(String status, boolean done) {
    assertThat(JournalPages.done(new Checkpoint("x", status))).isEqualTo(done);
  }

  private List<DetailPage> pages() throws Exception {
    return JournalPages.of(folder.journals().getFirst(), List.of());
  }
}
