package io.runfabric.console.ui.detail;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.ui.detail.DetailLine.Field;
import io.runfabric.console.ui.detail.DetailLine.Note;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The lines of one page; only those in sight have nodes, so that a thousand functions are as quick
/// as one.
final class LinesPane extends ListView<DetailLine> {

  static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  /// JavaFX goes through all lines of a list whenever it scrolls, so there must not be millions.
  static final int MOST_LINES = 50_000;

  private final FieldActions actions;
  private List<DetailLine> shown = List.of();
  private Optional<DocumentRef> document = Optional.empty();

  LinesPane(String title, FieldActions actions) {
    this.actions = actions;
    getStyleClass().add("lines-pane");
    setAccessibleText(title);
    setCellFactory(_ -> new LineCell(actions));
    addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
  }

  /// @param of the document the lines are about; those of another one are shown from their top
  void show(DocumentRef of, List<DetailLine> lines) {
    if (!shown.equals(lines)) {
      shown = lines;
      setItems(FXCollections.observableList(listed(lines)));
    }
    if (!document.equals(Optional.of(of))) {
      document = Optional.of(of);
      scrollTo(0);
    }
  }

  private static List<DetailLine> listed(List<DetailLine> lines) {
    int more = lines.size() - MOST_LINES;
    if (more <= 0) {
      return lines;
    }
    List<DetailLine> listed = new ArrayList<>(lines.subList(0, MOST_LINES));
    String words = Texts.count(more, "more line is", "more lines are");
    listed.add(new Note(Tone.NEUTRAL, words + " not listed here. The raw JSON has everything."));
    return listed;
  }

  private void copy(KeyEvent event) {
    if (COPY.match(event)
        && getFocusModel().getFocusedItem() instanceof Field field
        && !FieldLine.masked(field)) {
      actions.copy().accept(field.value());
      event.consume();
    }
  }
}
