package io.runfabric.console.ui.style;

import io.runfabric.console.model.Unseen;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What stands where there is nothing to show: what is missing, why, and what to do.
public final class EmptyState extends VBox {

  public EmptyState(Ikon icon, String title, String text) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    StackPane disc = new StackPane(Icons.of(icon));
    disc.getStyleClass().add("empty-state-icon");
    Label heading = new Label(Unseen.shown(title));
    heading.getStyleClass().add("empty-state-title");
    Label explanation = new Label(Texts.wrapped(text));
    explanation.getStyleClass().add("empty-state-text");
    explanation.setWrapText(true);
    getChildren().addAll(disc, heading, explanation);
  }

  /// Adds a button that does what the text suggests.
  public EmptyState withAction(String label, Runnable action) {
    Button button = new Button(label);
    button.setOnAction(_ -> action.run());
    getChildren().add(button);
    return this;
  }
}
