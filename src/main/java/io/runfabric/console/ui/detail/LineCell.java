package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.DetailLine.Field;
import io.runfabric.console.ui.detail.DetailLine.Heading;
import io.runfabric.console.ui.detail.DetailLine.Note;
import io.runfabric.console.ui.detail.DetailLine.Step;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows any line of a page.
final class LineCell extends WideCell<DetailLine> {

  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass COPYABLE = PseudoClass.getPseudoClass("copyable");

  private final FieldLine field;
  private final HeadingLine heading = new HeadingLine();
  private final StepLine step = new StepLine();

  LineCell(FieldActions actions) {
    field = new FieldLine(actions);
    getStyleClass().add("line-cell");
  }

  @Override
  protected void updateItem(@Nullable DetailLine line, boolean empty) {
    super.updateItem(line, empty);
    pseudoClassStateChanged(FIRST, getIndex() == 0);
    pseudoClassStateChanged(COPYABLE, line instanceof Field shown && !FieldLine.masked(shown));
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(node(line));
    setAccessibleText(words(line));
  }

  private Region node(DetailLine line) {
    return switch (line) {
      case Field shown -> {
        field.show(shown);
        yield field;
      }
      case Heading shown -> {
        heading.show(shown);
        yield heading;
      }
      case Step shown -> {
        step.show(shown);
        yield step;
      }
      case Note(var tone, var text) -> new NoteLine(tone, text);
    };
  }

  private static String words(DetailLine line) {
    return switch (line) {
      case Field shown ->
          shown.name() + ": " + (FieldLine.masked(shown) ? "hidden" : shown.value());
      case Heading(var text, var aside) -> (text + " " + aside).strip();
      case Step shown -> (shown.name() + " " + shown.status()).strip();
      case Note(_, var text) -> text;
    };
  }
}
