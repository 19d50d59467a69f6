package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.project.ProjectFolder;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backing up and restoring through the wizards of a real window, on a project in local files.
class BackupsInWindowTest {

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private ProjectFolder project;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    project = new ProjectFolder(folder.resolve("shop"));
    for (String stage : List.of("dev", "qa", "prod")) {
      project.file(".runfabric/" + stage + ".json", ProjectFolder.receipt(stage));
    }
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(project.configuration()).go(Place.BACKUPS);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aBackupIsPlannedMadeCheckedAndListed() throws Exception {
    window.untilSays("No backup yet");

    backUp();

    assertThat(window.read(window::dialog)).contains("Receipts", "3", "SHA-256");
    window.clickButton("Show backups").untilNoDialog();
    window.until("it is listed", () -> window.cells("state").equals(List.of("verified")));
    assertThat(backups()).hasSize(1);
  }

  @Test
  void whatWasDamagedIsPutBackAndTheRestoreCanBeUndone() throws Exception {
    backUp();
    window.clickButton("Close").untilNoDialog();
    String good = Files.readString(project.path(".runfabric/qa.json"));
    project.replace(".runfabric/qa.json", ProjectFolder.receipt("qa", "2026-01-01T10:00:00Z"));
    Files.delete(project.path(".runfabric/dev.json"));

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
    window.untilDialogSays("Which backup");
    window.pressInDialog("Choose " + backups().getFirst().getFileName());
    window.untilDialogSays("A good backup");
    window.clickButton("Next").untilDialogSays("What to put back");
    window.clickButton("Next").untilDialogSays("1 entry is created and 1 is replaced; 1 stays");
    window.untilDialogSays("updatedAt").untilDialogSays("newer than stored");
    window.clickButton("Next").untilDialogSays("The same on the terminal");
    window
        .clickButton("Restore")
        .untilDialogSays("2 entries are restored, read back and compared.");

    assertThat(project.path(".runfabric/qa.json")).hasContent(good);
    assertThat(project.path(".runfabric/dev.json")).exists();
    window.clickButton("Undo…").untilDialogSays("Undo a restore");
    window.untilDialogSays("A good backup");
    window.clickButton("Next").clickButton("Next");
    window.untilDialogSays("1 entry is replaced and 1 is removed");
    window.clickButton("Next").clickButton("Restore").untilDialogSays("restored, read back");
    assertThat(project.path(".runfabric/dev.json")).doesNotExist();
    assertThat(Files.readString(project.path(".runfabric/qa.json"))).contains("2026-01-01");
  }

  @Test
  void aProductionStageIsPutBackOnlyOnceItsNameIsTyped() throws Exception {
    backUp();
    window.clickButton("Close").untilNoDialog();
    Files.delete(project.path(".runfabric/prod.json"));
    window.until("the backup is listed", () -> window.cells("state").size() == 1);

    window.click("verified").click("Restore…");
    window.untilDialogSays("A good backup");
    window.clickButton("Next").clickButton("Next").untilDialogSays("1 entry is created");
    window.clickButton("Next").untilDialogSays("prod");

    assertThat(window.read(() -> window.offers("Restore"))).isFalse();
    window.act(() -> ((TextField) window.robot().lookup("#typed-stage").query()).setText("prod"));
    window.clickButton("Restore").untilDialogSays("1 entry is restored");
    assertThat(project.path(".runfabric/prod.json")).exists();
  }

  @Test
  void aFileThatIsNoBackupIsRefusedBeforeAnythingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"version\": 1, \"receipts\": {");

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
    window.untilDialogSays("Which backup");
    window.act(
        () -> ((TextField) window.robot().lookup("#wizard-file").query()).setText(file.toString()));

    window.untilDialogSays("This cannot be restored");
    assertThat(window.read(() -> window.offers("Next"))).isFalse();
  }

  @Test
  void goingBackKeepsWhatWasFilledIn() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
    window.untilDialogSays("What to back up");
    window.clickButton("Next").untilDialogSays("Keep the newest");
    window.act(() -> ((TextField) window.robot().lookup("#wizard-keep").query()).setText("none"));
    window.untilDialogSays("This takes a whole number from 1, or nothing.");
    assertThat(window.read(() -> window.offers("Next"))).isFalse();
    window.act(() -> ((TextField) window.robot().lookup("#wizard-keep").query()).setText("7"));

    window.clickButton("Back").untilDialogSays("What to back up");
    window.clickButton("Next").untilDialogSays("Keep the newest");

    String kept =
        window.read(() -> ((TextField) window.robot().lookup("#wizard-keep").query()).getText());
    assertThat(kept).isEqualTo("7");
    window.clickButton("Next").untilDialogSays("the newest 7");
  }

  @Test
  void whatThePageOffersIsInThePalette() throws Exception {
    backUp();
    window.clickButton("Show backups").untilNoDialog();
    window.until("it is listed", () -> window.cells("state").equals(List.of("verified")));
    window.act(() -> window.table().getSelectionModel().select(0));

    window.robot().push(KeyCode.SHORTCUT, KeyCode.K);

    window.untilSays("Backups · 1 backup selected");
  }

  @Test
  void inReadOnlyModeNothingBegins() throws Exception {
    window.act(() -> window.model().readOnlyProperty().set(true));

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);

    window.untilNoDialog();
    assertThat(window.read(() -> window.disabled(".action-button"))).isTrue();
  }

  private void backUp() throws Exception {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
    window.untilDialogSays("What to back up");
    window.clickButton("Next").untilDialogSays("Encryption");
    window.clickButton("Next").untilDialogSays("3 entries go into one file");
    window.clickButton("Next").untilDialogSays("The same on the terminal");
    window.clickButton("Back up").untilDialogSays("written, read back and found good");
  }

  private List<Path> backups() throws Exception {
    try (Stream<Path> files = Files.list(project.path(".runfabric/backup"))) {
      return files.toList();
    }
  }
}
