package io.runfabric.console.ui.drift;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How many findings there are from each source, and how far it is; a click shows those alone,
/// another all again.
final class SourceTiles extends GridPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double GAP = 12;

  private final Consumer<String> filter;
  private final Map<Against, Tile> tiles = new EnumMap<>(Against.class);

  /// @param filter told what the table is to be narrowed to
  SourceTiles(Consumer<String> filter) {
    this.filter = filter;
    setHgap(GAP);
    int sources = Against.values().length;
    for (int i = 0; i < sources; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / sources);
      getColumnConstraints().add(column);
    }
  }

  void show(List<DriftHead.Source> sources) {
    sources.forEach(source -> tiles.computeIfAbsent(source.against(), this::tile).show(source));
  }

  private Tile tile(Against source) {
    Tile tile = new Tile(source);
    add(tile.button, tiles.size(), 0);
    return tile;
  }

  /// Marks the source that the table is narrowed to.
  void narrowed(String to) {
    tiles.forEach((source, tile) -> tile.choose(to.strip().equals(filterOf(source))));
  }

  private static String filterOf(Against source) {
    return "source:" + source.word();
  }

  /// One source. Stays the same node, so that the keyboard stays on it.
  private final class Tile {

    private final Label title = Texts.label("", "tile-title");
    private final Label number = Texts.label("", "tile-number");
    private final Label caption = Texts.label("", "tile-caption");
    private final ProgressBar progress = new ProgressBar();
    private final RowButton button;
    private boolean chosen;

    private Tile(Against source) {
      progress.getStyleClass().add("health-progress");
      progress.setMaxWidth(Double.MAX_VALUE);
      progress.setVisible(false);
      StackPane.setAlignment(progress, Pos.BOTTOM_CENTER);
      VBox words = new VBox(title, number, caption);
      words.setMinWidth(0);
      button =
          new RowButton(
              new StackPane(words, progress),
              "",
              () -> filter.accept(chosen ? "" : filterOf(source)));
      button.getStyleClass().addAll("card", "tile", "source-tile");
      button.setId("source-" + source.word());
      button.setTooltip(
          Texts.tooltip("Compared with " + DriftHead.what(source) + "; shows these alone"));
    }

    private void choose(boolean alone) {
      chosen = alone;
      button.pseudoClassStateChanged(CHOSEN, alone);
    }

    private void show(DriftHead.Source source) {
      title.setText(source.title());
      number.setText(source.number() < 0 ? "–" : Texts.number(source.number()));
      caption.setText(source.caption().isEmpty() ? "to look at" : source.caption());
      progress.setVisible(source.active());
      Arrays.stream(Tone.values()).map(Tone::styleClass).forEach(button.getStyleClass()::remove);
      button.getStyleClass().add(source.tone().styleClass());
      button.setAccessibleText(
          source.title()
              + ": "
              + (source.number() < 0 ? "" : source.number() + ", ")
              + source.caption()
              + (chosen ? ", shown alone; show all" : ", show these alone"));
    }
  }
}
