package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.DetailLine.Instruction;
import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One of the things to do, with a button where the window can do it.
final class InstructionLine extends HBox {

  InstructionLine(Instruction instruction, FieldActions actions) {
    getStyleClass().add("instruction");
    StackPane disc =
        new StackPane(Texts.label(Integer.toString(instruction.number()), "instruction-number"));
    disc.getStyleClass().add("instruction-disc");
    Prose what = new Prose(instruction.what());
    VBox words = new VBox(8, what);
    words.setMinWidth(0);
    words.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    instruction
        .action()
        .flatMap(actions.onStep())
        .ifPresent(command -> words.getChildren().add(button(command)));
    getChildren().addAll(new VBox(disc), words);
  }

  private static Button button(Command command) {
    Button button = new Button(command.title(), Icons.of(command.icon()));
    button.getStyleClass().add("action-button");
    button.disableProperty().bind(command.enabled().map(can -> !can));
    button.setOnAction(_ -> command.run());
    return button;
  }
}
