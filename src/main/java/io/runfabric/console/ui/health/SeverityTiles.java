package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many findings there are of each severity; a click shows those alone, another all again.
final class SeverityTiles extends GridPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double GAP = 12;

  private final Consumer<Narrowing> narrow;
  private final Map<Severity, Tile> tiles = new EnumMap<>(Severity.class);

  SeverityTiles(Consumer<Narrowing> narrow) {
    this.narrow = narrow;
    setHgap(GAP);
    for (int i = 0; i < Severity.values().length; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / Severity.values().length);
      getColumnConstraints().add(column);
    }
  }

  void show(List<HealthPage.Tile> shown) {
    shown.forEach(tile -> tiles.computeIfAbsent(tile.severity(), this::tile).show(tile));
  }

  private Tile tile(Severity severity) {
    Tile tile = new Tile(severity);
    add(tile.button, tiles.size(), 0);
    return tile;
  }

  /// One number. Stays the same node, so that the keyboard stays on it.
  private final class Tile {
    private final Label number = Texts.label("", "tile-number");
    private final RowButton button;
    private boolean chosen;

    private Tile(Severity severity) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox heading =
          new HBox(
              Texts.label(Severities.title(severity), "tile-title"),
              space,
              Icons.of(Severities.icon(severity), Severities.tone(severity)));
      heading.setAlignment(Pos.CENTER_LEFT);
      button =
          new RowButton(
              new VBox(heading, number),
              "",
              () -> narrow.accept(chosen ? new Narrowing.All() : new Narrowing.Only(severity)));
      button.getStyleClass().addAll("card", "tile", "severity-tile");
      button.setId("only-" + severity.word());
    }

    private void show(HealthPage.Tile tile) {
      number.setText(Texts.number(tile.number()));
      chosen = tile.chosen();
      button.pseudoClassStateChanged(CHOSEN, chosen);
      String tone = Severities.tone(tile.severity()).styleClass();
      button.getStyleClass().remove(tone);
      if (tile.number() > 0) {
        button.getStyleClass().add(tone);
      }
      button.setAccessibleText(
          Severities.title(tile.severity())
              + ": "
              + tile.number()
              + (chosen ? ", shown alone; show all" : ", show these alone"));
    }
  }
}
