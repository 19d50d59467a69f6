package io.runfabric.console.ui.app;

import io.runfabric.console.ui.shell.WindowFrame;
import io.runfabric.console.ui.shell.WindowModel;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it stood last, and notes where it stands.
final class Framing {

  private final Stage stage;
  private final WindowModel window;
  private final InvalidationListener onMove = _ -> note();
  private WindowFrame whole = new WindowFrame(0, 0, 0, 0, false);

  Framing(Stage stage, WindowModel window) {
    this.stage = stage;
    this.window = window;
    stage.xProperty().addListener(onMove);
    stage.yProperty().addListener(onMove);
    stage.widthProperty().addListener(onMove);
    stage.heightProperty().addListener(onMove);
  }

  /// Before the window is shown.
  void restore() {
    window
        .frame()
        .map(frame -> frame.on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList()))
        .ifPresent(frame -> {
          stage.setX(frame.x());
          stage.setY(frame.y());
          stage.setWidth(frame.width());
          stage.setHeight(frame.height());
          stage.setMaximized(frame.maximised());
        });
  }

  /// When the window is closed.
  void remember() {
    if (whole.width() > 0 && whole.height() > 0) {
      window.frame(
          new WindowFrame(
              whole.x(), whole.y(), whole.width(), whole.height(), stage.isMaximized()));
    }
  }

  // What it has while it is maximised or an icon is not what it goes back to.
  private void note() {
    boolean itself = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    boolean known =
        !Double.isNaN(stage.getX() + stage.getY() + stage.getWidth() + stage.getHeight());
    if (itself && known) {
      whole =
          new WindowFrame(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }
}
