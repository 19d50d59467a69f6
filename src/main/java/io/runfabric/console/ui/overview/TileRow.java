package io.runfabric.console.ui.overview;

import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The headline numbers, each a way to the rows behind it.
final class TileRow extends GridPane {

  private static final double GAP = 16;

  private final Consumer<Place> open;

  TileRow(Consumer<Place> open) {
    this.open = open;
    setHgap(GAP);
    getStyleClass().add("tile-row");
  }

  void show(List<OverviewModel.Tile> tiles) {
    getChildren().clear();
    getColumnConstraints().clear();
    for (OverviewModel.Tile tile : tiles) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / tiles.size());
      column.setHgrow(Priority.ALWAYS);
      getColumnConstraints().add(column);
      add(node(tile), getColumnConstraints().size() - 1, 0);
    }
  }

  private RowButton node(OverviewModel.Tile tile) {
    VBox content =
        new VBox(
            Texts.label(tile.title(), "tile-title"),
            Texts.label(Texts.number(tile.number()), "tile-number"),
            Texts.label(tile.caption(), "tile-caption"));
    RowButton button =
        new RowButton(
            content,
            tile.title() + ": " + tile.number() + ", " + tile.caption(),
            () -> open.accept(tile.place()));
    button.getStyleClass().addAll("card", "tile");
    if (tile.tone() != Tone.SUCCESS && tile.tone() != Tone.NEUTRAL) {
      button.getStyleClass().add(tile.tone().styleClass());
    }
    return button;
  }
}
