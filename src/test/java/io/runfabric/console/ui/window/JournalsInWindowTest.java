package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals in a real window on a real project: what to do about an interrupted deploy, and doing
/// it.
class JournalsInWindowTest {

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private Path file = Path.of("");
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    file = SampleProject.write(folder.resolve("shop"), clock);
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(file).go(Place.JOURNALS);
    window.untilSays("3 journals");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void anInterruptedDeploySaysWhatToDoInWhichOrder() throws Exception {
    window.click("canary").click("What to do");

    window.untilSays("Interrupted deploy");
    assertThat(window.screen())
        .contains("stopped half-way", "Checkpoints: package done, provision failed")
        .contains("runfabric-console inspect --stage canary");
  }

  @Test
  void aDeployThatCameToItsEndHasNothingToBeDone() throws Exception {
    window.click("prod");

    window.untilSays("Timeline");
    assertThat(window.screen()).doesNotContain("What to do", "Set aside…");
  }

  @Test
  void aDeployUnderWayIsNotSetAside() throws Exception {
    window.click("staging");

    window.untilSays("Timeline");
    assertThat(window.screen()).doesNotContain("Set aside…");
  }

  @Test
  void anInterruptedJournalIsSetAsideAndItsRowGoes() throws Exception {
    byte[] content = Files.readAllBytes(journal("canary"));
    window.click("canary").click("Set aside…");
    window.untilDialogSays("Set this journal aside?");
    assertThat(window.read(window::dialog))
        .contains("create lambda checkout-api-canary-cart", "Free; it is taken while this is done");

    window.clickButton("Set aside");

    window.untilDialogSays("The journal of canary is set aside.");
    window.clickButton("Close").untilNoDialog();
    window.untilSays("2 journals");
    assertThat(journal("canary")).doesNotExist();
    try (Stream<Path> archive = Files.list(file.resolveSibling(".runfabric/journal-archive"))) {
      List<Path> kept = archive.toList();
      assertThat(kept).hasSize(1);
      assertThat(kept.getFirst()).hasBinaryContent(content);
    }
    window.go(Place.ACTIVITY);
    window.untilSays("recover --archive --stage canary -c " + file);
  }

  @Test
  void aJournalThatChangedSinceItWasShownStays() throws Exception {
    window.click("canary").click("Set aside…");
    window.untilDialogSays("Set this journal aside?");
    String changed = Files.readString(journal("canary")).replace("rolling_back", "active");
    Files.writeString(journal("canary"), changed);

    window.clickButton("Set aside");

    window.untilDialogSays("was changed or removed meanwhile; nothing was done");
    window.clickButton("Close").untilNoDialog();
    assertThat(journal("canary")).hasContent(changed);
  }

  @Test
  void aStageKeptForMaintenanceIsInterruptedAllTheSameButNotSetAside() throws Exception {
    Files.writeString(
        file.resolveSibling(".runfabric/locks/checkout-api-canary.lock.json"),
        """
        {"service": "checkout-api", "stage": "canary", "operation": "maintenance: mending",
         "ownerToken": "canary", "pid": 7, "createdAt": "2026-03-01T11:59:00Z",
         "expiresAt": "2026-03-01T12:30:00Z"}
        """);
    window.click("canary");
    window.untilSays("Set aside…");

    window.click("Set aside…");

    window.untilDialogSays("checkout-api/canary is held by");
    assertThat(window.read(window::dialog)).contains("Nothing was changed.");
    assertThat(journal("canary")).exists();
  }

  @Test
  void aStepLeadsToTheReceiptsOfTheStage() throws Exception {
    window.click("canary").click("What to do");

    window.click("Show receipts");

    window.until("the receipts are shown", () -> window.says("of 13 entries"));
    assertThat(window.column("stage")).containsOnly("canary");
  }

  @Test
  void theShortcutSetsAside() throws Exception {
    window.click("canary");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);

    window.untilDialogSays("Set this journal aside?");
  }

  private Path journal(String stage) {
    return file.resolveSibling(".runfabric/journals/checkout-api-" + stage + ".journal.json");
  }
}
