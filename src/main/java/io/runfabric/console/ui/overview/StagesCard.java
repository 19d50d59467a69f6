package io.runfabric.console.ui.overview;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.Overview.StageLine;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.StageBadge;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.Filter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One line per stage; each leads to the stage's entries.
final class StagesCard extends VBox {

  private static final int MOST_SHOWN = 30;
  private static final double[] WIDTHS = {19, 30, 15, 10, 26};

  private final Consumer<Place> open;
  private final Clock clock;
  private final VBox lines = new VBox();
  private final HBox heading = new HBox(8);
  private final List<Age> ages = new ArrayList<>();

  /// A label that says how long ago something was.
  private record Age(Label label, Instant then) {}

  StagesCard(Consumer<Place> open, Clock clock) {
    this.open = open;
    this.clock = clock;
    getStyleClass().addAll("card", "list-card");
    heading.getStyleClass().add("card-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(heading, lines);
  }

  void show(List<StageLine> stages) {
    ages.clear();
    heading
        .getChildren()
        .setAll(
            Texts.label("Stages", "section-title"),
            new Badge(Texts.number(stages.size()), Tone.NEUTRAL));
    lines.getChildren().setAll(header());
    stages.stream().limit(MOST_SHOWN).forEach(stage -> lines.getChildren().add(line(stage)));
    if (stages.size() > MOST_SHOWN) {
      Button more = new Button("All " + Texts.number(stages.size()) + " stages in Receipts");
      more.getStyleClass().addAll("more-button", atlantafx.base.theme.Styles.FLAT);
      more.setOnAction(_ -> open.accept(Place.RECEIPTS.whole()));
      lines.getChildren().add(more);
    }
    tick();
  }

  /// Says the ages anew.
  void tick() {
    Instant now = clock.instant();
    ages.forEach(age -> age.label().setText(Timestamps.relative(age.then(), now)));
  }

  private static GridPane header() {
    GridPane row = columns();
    row.getStyleClass().add("list-header");
    String[] titles = {"Stage", "Provider", "Last update", "Entries", "State"};
    for (int i = 0; i < titles.length; i++) {
      row.add(Texts.label(titles[i], "column-title"), i, 0);
    }
    return row;
  }

  private RowButton line(StageLine stage) {
    GridPane row = columns();
    row.add(StageBadge.of(stage.stage()), 0, 0);
    Label providers =
        Texts.label(stage.providers().isEmpty() ? "—" : String.join(", ", stage.providers()));
    providers.setTooltip(Texts.tooltip(providers.getText()));
    row.add(providers, 1, 0);
    row.add(updated(stage.updatedAt()), 2, 0);
    row.add(Texts.label(Texts.number(stage.entries()), "numeric"), 3, 0);
    row.add(state(stage), 4, 0);
    RowButton button =
        new RowButton(
            row,
            "Stage " + stage.stage() + ", " + Texts.count(stage.entries(), "entry", "entries"),
            () -> open.accept(Place.RECEIPTS.filtered(Filter.exactly("stage", stage.stage()))));
    button.getStyleClass().add("list-line");
    return button;
  }

  private Label updated(String stored) {
    Label label = Texts.label(stored.isEmpty() ? "—" : Timestamps.shown(stored), "muted");
    Timestamps.parse(stored)
        .ifPresent(then -> {
          ages.add(new Age(label, then));
          label.setTooltip(Texts.tooltip(Timestamps.shown(stored) + " UTC"));
        });
    return label;
  }

  private static Node state(StageLine stage) {
    HBox badges = new HBox(6);
    badges.setAlignment(Pos.CENTER_LEFT);
    if (stage.interrupted()) {
      badges.getChildren().add(new Badge("interrupted", Tone.DANGER));
    }
    if (stage.unreadable() > 0) {
      badges.getChildren().add(new Badge(stage.unreadable() + " unreadable", Tone.DANGER));
    }
    switch (stage.lock()) {
      case "" -> {}
      case "held" -> badges.getChildren().add(new Badge("locked", Tone.ACCENT));
      case String weak -> badges.getChildren().add(new Badge(weak + " lock", Tone.WARNING));
    }
    if (badges.getChildren().isEmpty()) {
      badges.getChildren().add(new Badge("ok", Tone.SUCCESS));
    }
    return badges;
  }

  private static GridPane columns() {
    GridPane row = new GridPane();
    row.setHgap(12);
    row.setAlignment(Pos.CENTER_LEFT);
    for (double width : WIDTHS) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(width);
      column.setHalignment(HPos.LEFT);
      column.setMinWidth(0);
      row.getColumnConstraints().add(column);
    }
    return row;
  }
}
