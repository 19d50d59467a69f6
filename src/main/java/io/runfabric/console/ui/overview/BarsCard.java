package io.runfabric.console.ui.overview;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chart of lying bars, one below the other, each with its name and its number; each leads to the
/// rows behind it.
final class BarsCard extends VBox {

  private static final int SHOWN_AT_FIRST = 6;
  private static final int MOST_SHOWN = 200;

  private final Consumer<Place> open;
  private final Label title = Texts.label("", "section-title");
  private final Label note = Texts.label("", "tile-caption");
  private final VBox bars = new VBox();
  private Chart chart = new Chart("", "", List.of(), "");
  private boolean all;

  BarsCard(Consumer<Place> open) {
    this.open = open;
    getStyleClass().addAll("card", "chart-card");
    VBox heading = new VBox(2, title, note);
    heading.getStyleClass().add("chart-heading");
    note.setMinWidth(0);
    getChildren().addAll(heading, bars);
  }

  void show(Chart shown) {
    chart = shown;
    title.setText(chart.title());
    note.setText(chart.note());
    showBars();
  }

  private void showBars() {
    bars.getChildren().clear();
    if (chart.largest() == 0) {
      Label nothing = Texts.label(chart.nothing(), "muted", "chart-nothing");
      bars.getChildren().add(nothing);
      return;
    }
    // A button that shows a single bar more would take the place of that bar.
    boolean fits = chart.bars().size() <= SHOWN_AT_FIRST + 1;
    chart.bars().stream()
        .limit(fits || all ? MOST_SHOWN : SHOWN_AT_FIRST)
        .forEach(bar -> bars.getChildren().add(line(bar)));
    if (!fits) {
      Button more = new Button(all ? "Show fewer" : "Show all " + chart.bars().size());
      more.getStyleClass().addAll("more-button", atlantafx.base.theme.Styles.FLAT);
      more.setOnAction(_ -> {
        all = !all;
        showBars();
      });
      bars.getChildren().add(more);
    }
  }

  private Node line(Chart.Bar bar) {
    Label name = Texts.label(bar.label(), "bar-name");
    name.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label number = Texts.label(Texts.number(bar.value()), "bar-number");
    number.setMinWidth(USE_PREF_SIZE);
    VBox content =
        new VBox(
            4,
            new HBox(8, name, space, number),
            new Stripe((double) bar.value() / chart.largest(), bar.tone().styleClass()));
    // Where there is nothing, nothing can be led to.
    if (bar.value() == 0) {
      content.getStyleClass().addAll("bar-line", "bar-empty");
      content.setAccessibleText(Unseen.lines(bar.spoken()));
      return content;
    }
    RowButton button = new RowButton(content, bar.spoken(), () -> open.accept(bar.place()));
    button.getStyleClass().add("bar-line");
    button.setTooltip(Texts.tooltip(bar.spoken()));
    return button;
  }

  /// The bar itself, as long as its share of the width.
  private static final class Stripe extends Region {

    private static final double HEIGHT = 6;
    private static final double SHORTEST = 4;

    private final double share;
    private final Region filled = new Region();

    Stripe(double share, String tone) {
      this.share = share;
      getStyleClass().add("bar-track");
      filled.getStyleClass().addAll("bar", tone);
      filled.setVisible(share > 0);
      getChildren().add(filled);
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
      setMaxHeight(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
      filled.resizeRelocate(0, 0, Math.max(SHORTEST, share * getWidth()), HEIGHT);
    }
  }
}
