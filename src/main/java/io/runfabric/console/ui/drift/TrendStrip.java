package io.runfabric.console.ui.drift;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.trend.DriftRun;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How many findings the last comparisons had: a bar for each, the newest at the right.
final class TrendStrip extends VBox {

  private static final double TALLEST = 30;
  private static final double SHORTEST = 2;

  private final HBox bars = new HBox(2);
  private List<DriftRun> shown = List.of();

  TrendStrip() {
    super(2);
    getStyleClass().add("trend");
    bars.setAlignment(Pos.BOTTOM_LEFT);
    bars.setMinHeight(TALLEST);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(bars, Texts.label("last comparisons", "tile-caption"));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  void show(List<DriftRun> runs) {
    if (shown.equals(runs)) {
      return;
    }
    shown = runs;
    // One alone is no trend.
    setVisible(runs.size() > 1);
    long most = Math.max(1, runs.stream().mapToLong(TrendStrip::total).max().orElse(0));
    bars.getChildren().setAll(runs.stream().map(run -> bar(run, most)).toList());
    setAccessibleText(
        "Findings of the last comparisons, oldest first: "
            + String.join(", ", runs.stream().map(run -> Texts.number(total(run))).toList()));
  }

  private static long total(DriftRun run) {
    return run.count(Gravity.CRITICAL) + run.count(Gravity.WARNING) + run.count(Gravity.INFO);
  }

  private static Node bar(DriftRun run, long most) {
    VBox bar = new VBox();
    bar.setAlignment(Pos.BOTTOM_CENTER);
    part(bar, run.count(Gravity.INFO), most, Tone.ACCENT);
    part(bar, run.count(Gravity.WARNING), most, Tone.WARNING);
    part(bar, run.count(Gravity.CRITICAL), most, Tone.DANGER);
    if (bar.getChildren().isEmpty()) {
      part(bar, most, most * 1_000, Tone.SUCCESS);
    }
    Tooltip.install(
        bar,
        Texts.tooltip(
            Timestamps.shown(run.at().toString())
                + " UTC: "
                + Texts.number(run.count(Gravity.CRITICAL))
                + " critical, "
                + Texts.number(run.count(Gravity.WARNING))
                + " warning, "
                + Texts.number(run.count(Gravity.INFO))
                + " info, "
                + Texts.number(run.notChecked())
                + " not checked"));
    return bar;
  }

  private static void part(VBox bar, long count, long most, Tone tone) {
    if (count > 0) {
      Region part = new Region();
      part.getStyleClass().addAll("trend-part", tone.styleClass());
      double height = Math.max(SHORTEST, TALLEST * count / most);
      part.setMinHeight(height);
      part.setMaxHeight(height);
      bar.getChildren().add(part);
    }
  }
}
