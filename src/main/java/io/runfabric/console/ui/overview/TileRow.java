package io.runfabric.console.ui.overview;

import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

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
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading =
        new HBox(Texts.label(tile.title(), "tile-title"), space, Icons.of(icon(tile.subject())));
    heading.setAlignment(Pos.CENTER_LEFT);
    Label caption = Texts.label(tile.caption(), "tile-caption");
    caption.setTooltip(Texts.tooltip(tile.caption()));
    VBox content =
        new VBox(heading, Texts.label(Texts.number(tile.number()), "tile-number"), caption);
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

  private static Ikon icon(OverviewModel.Tile.Subject subject) {
    return switch (subject) {
      case RECEIPTS -> Icons.RECEIPTS;
      case RECORDS -> Icons.RECORDS;
      case LOCKS -> Icons.LOCKS;
      case INTERRUPTED -> Icons.INTERRUPTED;
      case UNREADABLE -> Icons.UNREADABLE;
    };
  }
}
