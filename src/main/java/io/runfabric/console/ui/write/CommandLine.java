package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A command line with a button that copies it.
public final class CommandLine extends HBox {

  private final Label line = Texts.paragraph("", Styles.MONO);
  private final Button copy = new Button("", Icons.of(Icons.COPY));

  /// @param copied takes the text
  public CommandLine(Consumer<String> copied) {
    super(8);
    getStyleClass().add("command-line");
    setAlignment(Pos.TOP_LEFT);
    line.setMinWidth(0);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    copy.getStyleClass().addAll("icon-button", "command-copy");
    copy.setTooltip(Texts.tooltip("Copy as command"));
    copy.setAccessibleText("Copy as command");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(_ -> copied.accept(line.getText()));
    getChildren().addAll(line, copy);
  }

  public void show(String command) {
    line.setText(Texts.wrapped(command));
  }
}
