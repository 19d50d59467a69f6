package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.JsonText.Line;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;

/// Which part of a very long document is shown, and the way to its neighbours. JavaFX goes through
/// all lines of a list whenever it scrolls, so there must not be millions. Takes no room when the
/// document has one part only.
final class JsonParts extends HBox {

  /// Lines in a part; a list of so many is laid out in a few milliseconds.
  static final int LINES = 50_000;

  private final Consumer<List<Line>> show;
  private final Label words = Texts.label("", Styles.HINT);
  private final Button before = step(Icons.UP, "Part before", -1);
  private final Button after = step(Icons.DOWN, "Next part", 1);
  private JsonText text = new JsonText("");
  private int part;

  /// @param show takes the lines of the part that is to be seen
  JsonParts(Consumer<List<Line>> show) {
    this.show = show;
    getStyleClass().add("json-parts");
    setAlignment(Pos.CENTER_LEFT);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, before, after);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// Goes to the first part of another text.
  void of(JsonText other) {
    text = other;
    go(0);
  }

  /// The index, in the part that is shown, of a line; goes to its part if need be.
  int indexOf(int line) {
    if (line / LINES != part) {
      go(line / LINES);
    }
    return line % LINES;
  }

  private void go(int wanted) {
    part = wanted;
    List<Line> all = text.lines();
    int from = part * LINES;
    int to = Math.min(all.size(), from + LINES);
    setVisible(all.size() > LINES);
    before.setDisable(from == 0);
    after.setDisable(to == all.size());
    words.setText(
        "Lines "
            + Texts.number(all.get(from).number())
            + " to "
            + Texts.number(all.get(to - 1).number())
            + " of "
            + Texts.number(text.lineCount()));
    show.accept(all.subList(from, to));
  }

  private Button step(Ikon icon, String what, int by) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setTooltip(Texts.tooltip(what));
    button.setAccessibleText(what);
    button.setOnAction(_ -> go(part + by));
    return button;
  }
}
