package io.runfabric.console.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Place;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command palette in a real window, by keyboard alone.
class PaletteInWindowTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void anActionIsFoundByAFewLettersAndDone() throws Exception {
    palette();
    window.untilSays("Open the sample project");

    window.robot().write("rom").push(KeyCode.ENTER);

    window.until("it is read-only", () -> window.model().readOnlyProperty().get());
    assertThat(window.read(this::paletteIsOpen)).isFalse();
  }

  @Test
  void shortcutsAreShownAndEscapeGivesTheKeyboardBack() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    window.go(Place.RECEIPTS);
    window.robot().push(KeyCode.SHORTCUT, KeyCode.F);
    palette();
    window.until("a shortcut is shown", () -> window.says("F5") || window.says("+R"));

    window.robot().push(KeyCode.ESCAPE);

    window.until("it is closed", () -> !paletteIsOpen());
    window.robot().write("prod");
    window.untilSays("3 of 13 entries");
  }

  @Test
  void aLockIsFoundAndItsPageOpensWithItsRowSelected() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    palette();

    window.robot().write("lock stale").push(KeyCode.ENTER);

    window.until(
        "the locks", () -> window.model().placeProperty().get().kind() == Place.Kind.LOCKS);
    window.until("one is selected", () -> selected("state", "stale"));
  }

  @Test
  void anEntryIsFoundWhereverTheFilterWas() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    window.go(Place.RECEIPTS.filtered("stage:prod"));
    window.untilSays("3 of 13 entries");
    palette();

    window.robot().write("receipt preview").push(KeyCode.ENTER);

    window.untilSays("13 entries");
    window.until("it is selected", () -> selected("stage", "preview-142"));
    window.until("its detail is read", () -> window.says("Summary"));
  }

  @Test
  void theArrowsChooseAmongWhatMatchesAndNothingIsSaidSo() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC()));
    palette();
    window.robot().write("theme: ");
    window.untilSays("Follow the system");
    boolean dark = window.read(() -> window.model().darkProperty().get());

    window.robot().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ESCAPE);
    assertThat(window.read(() -> window.model().darkProperty().get())).isEqualTo(dark);
    palette();
    window.robot().write("no such thing at all");

    window.untilSays("Nothing matches");
  }

  @Test
  void whatCanBeDoneOnThePageStandsFirstWithItsShortcut() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC())).go(Place.LOCKS);
    palette();
    window.untilSays("Clear stale…");
    assertThat(window.screen()).doesNotContain("Unlock…");
    window.robot().push(KeyCode.ESCAPE);
    window.act(() -> window.table().getSelectionModel().select(0));

    palette();
    window.untilSays("Locks · 1 lock selected");
    window.until("its shortcut is shown", () -> window.says("+U"));
    window.robot().write("unlock").push(KeyCode.ENTER);

    window.untilDialogSays("Remove the lock of");
  }

  @Test
  void whatReadOnlyModeForbidsIsShownAndCannotBeChosen() throws Exception {
    window.open(SampleProject.write(folder.resolve("shop"), Clock.systemUTC())).go(Place.LOCKS);
    window.act(() -> window.model().readOnlyProperty().set(true));
    palette();
    window.robot().write("clear stale");
    window.untilSays("not in read-only mode");

    window.robot().push(KeyCode.ENTER);

    assertThat(window.read(this::paletteIsOpen)).isTrue();
    assertThat(window.read(window::dialog)).isEmpty();
  }

  @Test
  void whatWasChosenStandsFirstAlsoInTheNextWindow() throws Exception {
    palette();
    window.robot().write("rom").push(KeyCode.ENTER);
    window.close();
    window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());

    palette();

    window.untilSays("Open the sample project");
    assertThat(
            window.read(() ->
                window.model().palette().openProperty().get()
                    && firstChoice().startsWith("Read-only mode")))
        .isTrue();
  }

  private String firstChoice() {
    return window.robot().lookup(".palette-cell").queryAll().stream()
        .filter(cell -> cell.isVisible() && cell.getAccessibleText() != null)
        .min(
            java.util.Comparator.comparingDouble(
                cell -> cell.localToScene(cell.getBoundsInLocal()).getMinY()))
        .map(javafx.scene.Node::getAccessibleText)
        .orElse("");
  }

  private void palette() throws InterruptedException {
    window.robot().push(KeyCode.SHORTCUT, KeyCode.K);
    window.until("the palette is open", this::paletteIsOpen);
  }

  private boolean paletteIsOpen() {
    return window.robot().lookup(".palette-field").queryAllAs(TextField.class).stream()
        .anyMatch(field -> field.isFocused() && field.getParent().getParent().isVisible());
  }

  private boolean selected(String column, String word) {
    return window.table().getSelectionModel().getSelectedItems().size() == 1
        && window.table().lookupAll("#" + column).stream()
            .anyMatch(cell ->
                cell.getParent().getPseudoClassStates().toString().contains("selected")
                    && cell instanceof javafx.scene.control.Labeled labeled
                    && word.equals(labeled.getText()));
  }
}
