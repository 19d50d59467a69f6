package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.style.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A short message that goes away by itself.
final class Toast extends StackPane {

  private final Label text = Texts.label("", "toast");
  private final PauseTransition life = new PauseTransition(Duration.seconds(4));

  Toast(WindowModel window) {
    setMouseTransparent(true);
    setAlignment(Pos.BOTTOM_CENTER);
    getStyleClass().add("toast-layer");
    text.setVisible(false);
    getChildren().add(text);
    life.setOnFinished(_ -> text.setVisible(false));
    window.noticeProperty().addListener((_, _, now) -> now.ifPresent(said -> show(said.text())));
  }

  private void show(String message) {
    text.setText(message);
    text.setVisible(true);
    life.playFromStart();
  }
}
