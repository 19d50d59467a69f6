package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.JsonText.Line;
import java.util.function.IntSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import org.jspecify.annotations.Nullable;

/// A line of a document.
final class JsonCell extends WideCell<Line> {

  private final CodeLine code;
  private final IntSupplier lastNumber;

  // Cells come and go while the search stays: a strong listener would keep them all.
  @SuppressWarnings("FieldCanBeLocal")
  private final InvalidationListener onResult;

  /// @param lastNumber the greatest line number, which all numbers leave room for
  JsonCell(JsonSearch search, IntSupplier lastNumber) {
    this.lastNumber = lastNumber;
    code = new CodeLine(search::result);
    onResult = _ -> code.requestLayout();
    search.resultProperty().addListener(new WeakInvalidationListener(onResult));
    getStyleClass().add("json-cell");
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    code.show(line, Integer.toString(lastNumber.getAsInt()).length());
    setGraphic(code);
    setAccessibleText(line.text());
  }
}
