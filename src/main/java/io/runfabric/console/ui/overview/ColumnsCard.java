package io.runfabric.console.ui.overview;

import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.ChoicePills;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chart of standing bars over time, by day or by week; each leads to the rows behind it.
final class ColumnsCard extends VBox {

  private static final double TALLEST = 96;
  private static final double SHORTEST = 3;

  private final Consumer<Place> open;
  private final Label title = Texts.label("", "section-title");
  private final Label note = Texts.paragraph("", "tile-caption");
  private final GridPane columns = new GridPane();
  private final ChoicePills spans;
  private Chart days = new Chart("", "", List.of(), "");
  private Chart weeks = days;

  ColumnsCard(Consumer<Place> open) {
    this.open = open;
    getStyleClass().addAll("card", "chart-card");
    spans = new ChoicePills("By day", "By week", _ -> showChosen());
    VBox words = new VBox(2, title, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox heading = new HBox(16, words, spans);
    heading.getStyleClass().add("chart-heading");
    columns.getStyleClass().add("chart-columns");
    getChildren().addAll(heading, columns);
  }

  void show(Chart byDay, Chart byWeek) {
    days = byDay;
    weeks = byWeek;
    showChosen();
  }

  private void showChosen() {
    Chart chart = spans.second() ? weeks : days;
    title.setText(chart.title());
    note.setText(Texts.wrapped(chart.note()));
    columns.getChildren().clear();
    columns.getColumnConstraints().clear();
    for (int i = 0; i < chart.bars().size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / chart.bars().size());
      column.setHalignment(HPos.CENTER);
      columns.getColumnConstraints().add(column);
      columns.add(column(chart.bars().get(i), Math.max(1, chart.largest())), i, 0);
    }
  }

  private Node column(Chart.Bar bar, long largest) {
    Label number = Texts.label(bar.value() == 0 ? "" : Texts.number(bar.value()), "bar-number");
    Region filled = new Region();
    filled.getStyleClass().addAll("bar", bar.value() == 0 ? "bar-none" : bar.tone().styleClass());
    double height = Math.max(SHORTEST, TALLEST * bar.value() / largest);
    filled.setMinHeight(height);
    filled.setMaxHeight(height);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox content = new VBox(4, space, number, filled, Texts.label(bar.label(), "tile-caption"));
    content.setAlignment(Pos.BOTTOM_CENTER);
    content.setMinWidth(0);
    if (bar.value() == 0) {
      content.getStyleClass().add("bar-column");
      content.setAccessibleText(bar.spoken());
      return content;
    }
    RowButton button = new RowButton(content, bar.spoken(), () -> open.accept(bar.place()));
    button.getStyleClass().add("bar-column");
    button.setTooltip(Texts.tooltip(bar.spoken()));
    button.setMaxHeight(Double.MAX_VALUE);
    return button;
  }
}
