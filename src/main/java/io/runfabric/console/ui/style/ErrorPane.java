package io.runfabric.console.ui.style;

import io.runfabric.console.ui.task.Failure;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What failed, why, and what to do about it.
public final class ErrorPane extends VBox {

  /// @param retry does the failed thing again
  /// @param choose takes one of the failure's choices (a workspace id)
  public ErrorPane(Failure failure, Runnable retry, Consumer<String> choose) {
    getStyleClass().add("error-pane");
    setAlignment(Pos.CENTER);
    StackPane disc = new StackPane(Icons.of(Icons.CRITICAL));
    disc.getStyleClass().add("empty-state-icon");
    Label title = new Label(failure.title());
    title.getStyleClass().add("empty-state-title");
    Label message = new Label(failure.message());
    message.setWrapText(true);
    Label remedy = new Label(failure.remedy());
    remedy.setWrapText(true);
    FlowPane choices = new FlowPane(8, 8);
    failure
        .choices()
        .forEach(choice -> {
          Button button = new Button(choice);
          button.setOnAction(_ -> choose.accept(choice));
          choices.getChildren().add(button);
        });
    Button again = new Button("Try again");
    again.setOnAction(_ -> retry.run());
    getChildren().addAll(disc, title, message, remedy, choices, again);
  }
}
