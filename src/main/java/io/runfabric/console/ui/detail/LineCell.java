package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.detail.DetailLine.CommandText;
import io.runfabric.console.ui.detail.DetailLine.Field;
import io.runfabric.console.ui.detail.DetailLine.Heading;
import io.runfabric.console.ui.detail.DetailLine.Instruction;
import io.runfabric.console.ui.detail.DetailLine.Note;
import io.runfabric.console.ui.detail.DetailLine.SideBySide;
import io.runfabric.console.ui.detail.DetailLine.Step;
import io.runfabric.console.ui.write.CommandLine;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows any line of a page.
final class LineCell extends WideCell<DetailLine> {

  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
  private static final PseudoClass COPYABLE = PseudoClass.getPseudoClass("copyable");

  private final FieldActions actions;
  private final FieldLine field;
  private final HeadingLine heading = new HeadingLine();
  private final StepLine step = new StepLine();

  LineCell(FieldActions actions) {
    this.actions = actions;
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
    setAccessibleText(Unseen.lines(words(line)));
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
      case Instruction shown -> new InstructionLine(shown, actions);
      case CommandText(var command, var beneath) -> {
        CommandLine box = new CommandLine(actions.copy());
        box.show(command);
        VBox holder = new VBox(box);
        holder.getStyleClass().add(beneath ? "command-beneath" : "command-alone");
        yield holder;
      }
      case SideBySide shown -> new SideBySideLine(shown);
      case Note(var tone, var text) -> new NoteLine(tone, text);
    };
  }

  private static String words(DetailLine line) {
    return switch (line) {
      case Field shown ->
          shown.name() + ": " + (FieldLine.masked(shown) ? "hidden" : shown.value());
      case Heading(var text, var aside) -> (text + " " + aside).strip();
      case Step shown -> (shown.name() + " " + shown.status()).strip();
      case Instruction shown -> shown.number() + ". " + shown.what();
      case CommandText(var command, _) -> command;
      case SideBySide shown ->
          shown.leftTitle()
              + ": "
              + shown.left()
              + ", "
              + shown.rightTitle()
              + ": "
              + shown.right();
      case Note(_, var text) -> text;
    };
  }
}
