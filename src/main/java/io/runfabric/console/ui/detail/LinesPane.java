package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.DetailLine.Field;
import java.util.List;
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

  private final FieldActions actions;

  LinesPane(String title, FieldActions actions) {
    this.actions = actions;
    getStyleClass().add("lines-pane");
    setAccessibleText(title);
    setCellFactory(_ -> new LineCell(actions));
    addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
  }

  /// @param fromTop whether to scroll to the first line
  void show(List<DetailLine> lines, boolean fromTop) {
    if (!getItems().equals(lines)) {
      setItems(FXCollections.observableList(lines));
    }
    if (fromTop) {
      scrollTo(0);
    }
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
