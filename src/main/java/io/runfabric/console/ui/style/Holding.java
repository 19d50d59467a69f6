package io.runfabric.console.ui.style;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Something that lasts as long as a button, or a key, is held down, and no longer: it also ends
/// when the window loses the keyboard, because then nobody tells of a key that is let go.
public final class Holding {

  private static final EventType<MouseEvent> MOUSE_UP = MouseEvent.MOUSE_RELEASED;
  private static final EventType<KeyEvent> KEY_UP = KeyEvent.KEY_RELEASED;

  private final Consumer<Boolean> held;
  private final EventHandler<Event> letGo = _ -> end();
  private final InvalidationListener onFocus = _ -> endWithoutFocus();
  private @Nullable Scene scene;
  private @Nullable Window window;

  /// @param held told when it begins and when it ends
  public Holding(Consumer<Boolean> held) {
    this.held = held;
  }

  /// Lasts as long as this button is held down, by mouse or by the space bar.
  public void with(Button button) {
    button.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            begin(button.getScene());
          }
        });
    // A button may have left the scene meanwhile; it is told all the same.
    button.addEventHandler(MOUSE_UP, letGo);
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE) {
            begin(button.getScene());
          }
        });
  }

  /// Begins, and ends when any key or mouse button is let go anywhere in the scene.
  public void begin(Scene where) {
    if (scene != null) {
      return;
    }
    scene = where;
    window = where.getWindow();
    where.addEventFilter(MOUSE_UP, letGo);
    where.addEventFilter(KEY_UP, letGo);
    window.focusedProperty().addListener(onFocus);
    held.accept(true);
  }

  private void endWithoutFocus() {
    if (window != null && !window.isFocused()) {
      end();
    }
  }

  private void end() {
    if (scene == null || window == null) {
      return;
    }
    scene.removeEventFilter(MOUSE_UP, letGo);
    scene.removeEventFilter(KEY_UP, letGo);
    window.focusedProperty().removeListener(onFocus);
    scene = null;
    window = null;
    held.accept(false);
  }
}
