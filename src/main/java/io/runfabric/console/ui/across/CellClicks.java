package io.runfabric.console.ui.across;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What clicks on the cells of a table do, and Enter on a row.
final class CellClicks {

  private CellClicks() {}

  /// @param cell is told of a single click: the row, and the id of the column
  /// @param row is told of Enter and of a double click
  static <R> void on(TableView<R> table, BiConsumer<R, String> cell, Consumer<R> row) {
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(table, event, cell, row));
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          R chosen = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null) {
            row.accept(chosen);
            event.consume();
          }
        });
  }

  private static <R> void clicked(
      TableView<R> table, MouseEvent event, BiConsumer<R, String> cell, Consumer<R> row) {
    boolean plain =
        event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown() && !event.isShiftDown();
    Node node = event.getPickResult().getIntersectedNode();
    while (node != null && !(node instanceof TableCell)) {
      node = node.getParent();
    }
    if (!plain || !(node instanceof TableCell<?, ?> hit) || hit.isEmpty()) {
      return;
    }
    int index = hit.getIndex();
    if (index < 0 || index >= table.getItems().size()) {
      return;
    }
    R line = table.getItems().get(index);
    if (event.getClickCount() == 2) {
      row.accept(line);
    } else if (event.getClickCount() == 1 && hit.getId() != null) {
      cell.accept(line, hit.getId());
    }
  }
}
