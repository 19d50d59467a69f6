package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The history of a receipt in a real window on a real project: seen, compared, and gone back to.
class HistoryInWindowTest {

  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private Path file = Path.of("");
  private byte[] before = {};
  private OpenWindow window;

  @BeforeEach
  void aChangeSinceTheLastBackup() throws Exception {
    file = SampleProject.write(folder.resolve("shop"), clock);
    try (ProjectSession session = session()) {
      new SafetyCopy("test", "ada").of(session, Progress.NONE, Cancellation.never());
      before = stored(session).content();
      String changed =
          new String(before, StandardCharsets.UTF_8)
              .replaceFirst("(\"region\" ?: ?\")eu-central-1", "$1eu-north-1");
      session
          .backend()
          .write(
              prod(session),
              changed.getBytes(StandardCharsets.UTF_8),
              new Precondition.Matches(stored(session).revision()));
    }
    window = new OpenWindow(folder.resolve("home"), clock);
    window.open(file).go(Place.RECEIPTS.filtered("stage:prod kind:receipt"));
    window.untilSays("1 of 13 entries");
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aBackupsVersionIsListedBesideWhatIsStored() throws Exception {
    history("prod");

    window.untilSays("2 versions");
    assertThat(window.screen())
        .contains("now", "Backup checkout-api-sqlite-", "kept by ada", "Restore…")
        .contains("A sqlite backend keeps no versions of its own.");
  }

  @Test
  void anEarlierVersionIsComparedByPathAndAsText() throws Exception {
    history("prod");
    window.untilSays("2 versions");

    window.click("Compare");

    window.untilDialogSays("outputs.region");
    window.until("only what differs is shown", () -> !window.dialog().contains("deploymentId"));
    window.click("As text");
    window.until("the lines are shown", () -> window.dialog().contains("equal lines"));
    window.clickButton("Copy");
    assertThat(window.clipboard())
        .contains("-     \"region\" : \"eu-central-1\"", "+     \"region\" : \"eu-north-1\"");
    window.clickButton("Close").untilNoDialog();
  }

  @Test
  void twoSelectedRowsAreCompared() throws Exception {
    window.go(Place.RECEIPTS.filtered("kind:receipt"));
    window.click("prod");
    window.robot().press(KeyCode.SHIFT).press(KeyCode.DOWN).release(KeyCode.DOWN);
    window.robot().release(KeyCode.SHIFT);

    window.click("Compare these two");

    window.untilDialogSays("stage");
    assertThat(window.read(() -> chosen("#compare-left"))).startsWith("prod, now");
    assertThat(window.read(() -> chosen("#compare-right"))).doesNotStartWith("prod, now");
    window.clickButton("Close").untilNoDialog();
  }

  @Test
  void aProductionStageIsPutBackOnlyOnceItsNameIsTyped() throws Exception {
    history("prod");
    window.untilSays("2 versions");
    window.click("Restore…");
    window.untilDialogSays("Restore the receipt prod?");
    assertThat(window.read(window::dialog))
        .contains("outputs.region", "`prod`".replace("`", ""), "--only kind=receipt,stage=prod");

    window.robot().clickOn("#typed-stage").write("prod");
    window.clickButton("Restore this version");

    window.untilDialogSays("The receipt of prod is as it was.");
    window.clickButton("Close").untilNoDialog();
    try (ProjectSession session = session()) {
      assertThat(stored(session).content()).isEqualTo(before);
    }
    window.untilSays("3 versions");
    window.go(Place.ACTIVITY);
    window.untilSays("state restore");
  }

  @Test
  void nothingIsPutBackFromAReadOnlyWindow() throws Exception {
    window.act(() -> window.model().readOnlyProperty().set(true));
    history("prod");

    window.untilSays("2 versions");
    assertThat(window.read(() -> window.disabled(".history-button"))).isFalse();
    assertThat(window.read(() -> window.robot().lookup("Restore…").queryButton().isDisabled()))
        .isTrue();
  }

  private void history(String stage) throws Exception {
    window.click(stage).click("History");
  }

  private String chosen(String query) {
    ComboBox<?> box = window.robot().lookup(query).queryComboBox();
    return String.valueOf(box.getValue());
  }

  private ProjectSession session() throws Exception {
    return ProjectSession.open(
        ProjectRequest.of(file), new BackendOptions(Optional.empty(), clock, _ -> false));
  }

  private static DocumentRef prod(ProjectSession session) throws Exception {
    return session.backend().locate(EntryAddress.receipt("prod"));
  }

  private static StoredDocument stored(ProjectSession session) throws Exception {
    return session.read(prod(session)).orElseThrow();
  }
}
