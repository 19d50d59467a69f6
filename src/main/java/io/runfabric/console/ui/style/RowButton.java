package io.runfabric.console.ui.style;

import io.runfabric.console.model.Unseen;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// A button that is a whole row: its content is as wide as itself.
public final class RowButton extends Button {

  /// @param accessibleText what it says and does, in words
  public RowButton(Region content, String accessibleText, Runnable action) {
    super("", content);
    getStyleClass().add("row-button");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAccessibleText(Unseen.lines(accessibleText));
    setOnAction(_ -> action.run());
    // Of itself a button takes the space bar only.
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            fire();
            event.consume();
          }
        });
    setMinWidth(0);
    setPrefWidth(1);
    setMaxWidth(Double.MAX_VALUE);
    content.setMinWidth(0);
    content
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(0, getWidth() - getInsets().getLeft() - getInsets().getRight()),
                widthProperty(),
                insetsProperty()));
    content.maxWidthProperty().bind(content.prefWidthProperty());
  }
}
