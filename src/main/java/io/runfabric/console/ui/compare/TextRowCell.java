package io.runfabric.console.ui.compare;

import io.runfabric.console.operation.diff.LinePair.Line;
import io.runfabric.console.operation.diff.TextRow;
import io.runfabric.console.ui.detail.WideCell;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// A row of two texts side by side.
final class TextRowCell extends WideCell<TextRow> {

  private final PairLine pair = new PairLine();
  private final Label gap = Texts.label("", Styles.HINT, "pair-gap");

  TextRowCell() {
    getStyleClass().add("text-row");
    gap.setMaxWidth(Double.MAX_VALUE);
  }

  @Override
  protected void updateItem(@Nullable TextRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case TextRow.Pair(var lines) -> {
        pair.show(lines);
        setGraphic(pair);
        setAccessibleText(
            lines.same()
                ? text(lines.left())
                : "Left: " + text(lines.left()) + ". Right: " + text(lines.right()));
      }
      case TextRow.Gap(var lines) -> {
        gap.setText(Texts.count(lines, "equal line", "equal lines"));
        setGraphic(gap);
        setAccessibleText(gap.getText());
      }
    }
  }

  private static String text(Optional<Line> line) {
    return line.map(Line::text).orElse("nothing");
  }
}
