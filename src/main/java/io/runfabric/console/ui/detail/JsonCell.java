package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.detail.JsonText.Line;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import org.jspecify.annotations.Nullable;

/// A line of a document.
final class JsonCell extends WideCell<Line> {

  private final CodeLine code;
  private final Supplier<JsonText> text;

  // Cells come and go while the search stays: a strong listener would keep them all.
  private final InvalidationListener onResult;

  /// @param text the text whose lines are shown
  JsonCell(JsonSearch search, Supplier<JsonText> text) {
    this.text = text;
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
    code.show(line, text.get());
    setGraphic(code);
    setAccessibleText(Unseen.lines(line.text()));
  }
}
