package io.runfabric.console.ui.write;

import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;

/// The buttons of a dialog whose content changes while it stays open.
public record DialogButtons(DialogPane pane) {

  /// These from now on, in the order of the platform.
  public void show(ButtonType... types) {
    pane.getButtonTypes().setAll(types);
  }

  public Button of(ButtonType type) {
    return (Button) Objects.requireNonNull(pane.lookupButton(type));
  }

  /// Has a button do something, and the dialog stay.
  public void does(ButtonType type, Runnable action) {
    of(type)
        .addEventFilter(
            ActionEvent.ACTION,
            event -> {
              event.consume();
              action.run();
            });
  }
}
