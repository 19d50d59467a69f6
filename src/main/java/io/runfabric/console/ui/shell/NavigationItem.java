package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// One page in the sidebar: its name, how many rows it has, and a dot when something there asks for
/// attention.
final class NavigationItem {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final double DOT = 3.5;

  private final Label count = Texts.label("", "navigation-count");
  private final Circle dot = new Circle(DOT);
  private final String title;
  private final RowButton button;

  NavigationItem(Command command) {
    this.title = command.title();
    dot.getStyleClass().add("dot");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row =
        new HBox(
            10,
            Icons.of(command.icon()),
            Texts.label(title, "navigation-title"),
            space,
            dot,
            count);
    row.setAlignment(Pos.CENTER_LEFT);
    button = new RowButton(row, title, command::run);
    button.getStyleClass().add("navigation-item");
    button.setTooltip(Texts.tooltip(command.hint()));
    button.disableProperty().bind(command.enabled().map(can -> !can));
  }

  Node node() {
    return button;
  }

  void current(boolean is) {
    button.pseudoClassStateChanged(CURRENT, is);
  }

  /// @param rows negative for unknown
  /// @param tone of the dot; neutral for none
  /// @param why what the dot means
  void show(long rows, Tone tone, String why) {
    count.setText(rows < 0 ? "" : Texts.number(rows));
    dot.getStyleClass().setAll("dot", tone.styleClass());
    dot.setVisible(tone != Tone.NEUTRAL);
    button.setAccessibleText(
        Stream.of(title, count.getText(), why)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
  }
}
