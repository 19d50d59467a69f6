package io.runfabric.console.ui.window;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Every text of every open window: what is on screen, what comes there by scrolling, what
/// tooltips, menus, hidden nodes and a screen reader have to say. Use on the FX thread.
final class SceneTexts {

  /// Rows of a list that fit on any screen.
  private static final int ROWS = 8;

  private final Set<String> texts = new LinkedHashSet<>();

  private SceneTexts() {}

  static Set<String> all() {
    SceneTexts found = new SceneTexts();
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof Stage stage) {
        found.add(stage.getTitle());
      }
      if (window.getScene() != null) {
        Parent root = window.getScene().getRoot();
        root.applyCss();
        root.layout();
        found.node(root);
      }
    }
    return found.texts;
  }

  private void add(@Nullable Object text) {
    if (text != null) {
      texts.add(text.toString());
    }
  }

  private void node(Node node) {
    add(node.getAccessibleText());
    add(node.getAccessibleHelp());
    add(node.getAccessibleRoleDescription());
    add(node.getUserData());
    add(node.getId());
    if (node.hasProperties()) {
      node.getProperties().values().stream().filter(String.class::isInstance).forEach(this::add);
      node.getProperties().values().stream()
          .filter(Tooltip.class::isInstance)
          .forEach(tooltip -> add(((Tooltip) tooltip).getText()));
    }
    switch (node) {
      case Labeled labeled -> add(labeled.getText());
      case Text text -> add(text.getText());
      // What somebody types there is drawn as dots.
      case PasswordField field -> add(field.getPromptText());
      case TextInputControl field -> {
        add(field.getText());
        add(field.getPromptText());
      }
      default -> {}
    }
    if (node instanceof Control control) {
      control(control);
    }
    switch (node) {
      case ListView<?> list -> scrolled(list, list.getItems(), list::scrollTo);
      case TableView<?> table -> {
        table.getColumns().forEach(column -> add(column.getText()));
        scrolled(table, table.getItems(), table::scrollTo);
      }
      case Parent parent -> children(parent);
      default -> {}
    }
  }

  private void control(Control control) {
    if (control.getTooltip() != null) {
      add(control.getTooltip().getText());
    }
    if (control.getContextMenu() != null) {
      menu(control.getContextMenu().getItems());
    }
    switch (control) {
      case MenuButton button -> menu(button.getItems());
      case ComboBox<?> box -> {
        add(box.getValue());
        box.getItems().forEach(this::add);
      }
      case TabPane pane ->
          pane.getTabs()
              .forEach(tab -> {
                add(tab.getText());
                add(tab.getTooltip() == null ? null : tab.getTooltip().getText());
              });
      default -> {}
    }
  }

  private void menu(List<MenuItem> items) {
    for (MenuItem item : items) {
      add(item.getText());
      if (item instanceof Menu menu) {
        menu(menu.getItems());
      }
    }
  }

  private void scrolled(Control list, ObservableList<?> items, IntConsumer to) {
    children(list);
    for (int row = ROWS; row < items.size(); row += ROWS) {
      to.accept(row);
      list.applyCss();
      list.layout();
      children(list);
    }
    if (items.size() > ROWS) {
      to.accept(0);
    }
  }

  private void children(Parent parent) {
    List.copyOf(parent.getChildrenUnmodifiable()).stream()
        .filter(Objects::nonNull)
        .forEach(this::node);
  }
}
