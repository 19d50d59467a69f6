package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/// Something the user can do, the same from button, menu and keyboard.
///
/// @param keys the first is what menus show
/// @param enabled whether it can be done now
public record Command(
    String title,
    Ikon icon,
    List<KeyCombination> keys,
    ObservableValue<Boolean> enabled,
    Runnable action) {

  /// Does it, if it can be done now.
  public void run() {
    if (enabled.getValue()) {
      action.run();
    }
  }

  /// A menu item that shows the shortcut. The shortcut itself works through the scene.
  public MenuItem menuItem() {
    return prepared(new MenuItem(title, Icons.of(icon)));
  }

  /// As [#menuItem()], ticked while what it switches is on.
  public CheckMenuItem checkItem(ObservableValue<Boolean> on) {
    CheckMenuItem item = new CheckMenuItem(title, Icons.of(icon));
    // Not bound: the menu ticks it by itself before the action runs.
    on.subscribe(item::setSelected);
    return prepared(item);
  }

  private <T extends MenuItem> T prepared(T item) {
    if (!keys.isEmpty()) {
      item.setAccelerator(keys.getFirst());
    }
    item.disableProperty().bind(enabled.map(can -> !can));
    item.setOnAction(_ -> run());
    return item;
  }

  /// A button with the icon alone; tooltip and accessible text say what it does.
  public Button iconButton() {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("icon-button", atlantafx.base.theme.Styles.FLAT);
    button.setTooltip(Texts.tooltip(hint()));
    button.setAccessibleText(title);
    button.disableProperty().bind(enabled.map(can -> !can));
    button.setOnAction(_ -> run());
    return button;
  }

  /// Title and shortcut.
  public String hint() {
    return keys.isEmpty() ? title : title + "  " + keysShown();
  }

  /// The shortcut as people write it; empty without one.
  public String keysShown() {
    return keys.isEmpty() ? "" : keys.getFirst().getDisplayText();
  }
}
