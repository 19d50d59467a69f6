package io.runfabric.console.ui.drift;

import atlantafx.base.theme.Styles;
import io.runfabric.console.operation.drift.report.DriftFile;
import io.runfabric.console.operation.drift.trend.DriftRun;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What it comes to, when it was compared, and the ways to compare anew and to take it along.
final class DriftHeadline extends StackPane {

  private final StackPane disc = new StackPane();
  private final Label sentence = Texts.paragraph("", "health-sentence");
  private final Label detail = Texts.paragraph("", "muted");
  private final Button again = new Button();
  private final MenuButton report = new MenuButton("Report", Icons.of(Icons.EXPORT));
  private final TrendStrip trend = new TrendStrip();
  private Optional<Shown> shown = Optional.empty();

  private record Shown(DriftHead summary, Drifting state, boolean known) {}

  private final ProgressBar progress = new ProgressBar();

  /// @param export told how to write the file
  DriftHeadline(ScopeMenu scope, Consumer<DriftFile.Format> export, Runnable copyCommand) {
    getStyleClass().addAll("card", "health-headline", "drift-headline");
    disc.getStyleClass().add("health-disc");
    detail.setId("drift-detail");
    VBox words = new VBox(2, sentence, detail);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    again.setId("drift-check");
    again.setMinWidth(USE_PREF_SIZE);
    report.getStyleClass().add("toolbar-menu");
    report.setMinWidth(USE_PREF_SIZE);
    report.setTooltip(Texts.tooltip("Write what was found to a file"));
    for (DriftFile.Format format : DriftFile.Format.values()) {
      MenuItem item = new MenuItem(kind(format) + "…");
      item.setOnAction(_ -> export.accept(format));
      report.getItems().add(item);
    }
    MenuItem command = new MenuItem("Copy as command");
    command.setOnAction(_ -> copyCommand.run());
    report.getItems().add(command);
    HBox buttons = new HBox(8, scope.button(), report, again);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    HBox top = new HBox(16, disc, words, trend, buttons);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("health-headline-content");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.getStyleClass().add("health-progress");
    progress.setAccessibleText("Comparing");
    setAlignment(progress, Pos.BOTTOM_CENTER);
    getChildren().addAll(top, progress);
  }

  /// @param known whether there is something to take along
  void show(DriftHead summary, Drifting state, boolean known, Runnable check, Runnable stop) {
    Shown now = new Shown(summary, state, known);
    if (shown.equals(Optional.of(now))) {
      return;
    }
    shown = Optional.of(now);
    Tone tone = summary.tone();
    disc.getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::styleClass).toList());
    disc.getStyleClass().add(tone.styleClass());
    disc.getChildren().setAll(Icons.of(icon(state, tone), tone));
    sentence.setText(Texts.wrapped(summary.sentence()));
    detail.setText(Texts.wrapped(summary.detail()));
    detail.setVisible(!summary.detail().isEmpty());
    detail.setManaged(detail.isVisible());
    boolean running = state instanceof Drifting.Running;
    progress.setVisible(running);
    if (state instanceof Drifting.Running far) {
      progress.setProgress(
          far.total() > 0 ? (double) far.done() / far.total() : ProgressBar.INDETERMINATE_PROGRESS);
    }
    report.setDisable(!known);
    again.setText(running ? "Stop" : known ? "Compare again" : "Compare now");
    again.setGraphic(Icons.of(running ? Icons.CLOSE : Icons.REFRESH));
    again.setOnAction(_ -> (running ? stop : check).run());
    again.getStyleClass().remove(Styles.ACCENT);
    if (!running) {
      again.getStyleClass().add(Styles.ACCENT);
    }
  }

  void showTrend(List<DriftRun> runs) {
    trend.show(runs);
  }

  private static Ikon icon(Drifting state, Tone tone) {
    if (state instanceof Drifting.Ended(boolean whole, var failure)
        && !whole
        && failure.isEmpty()) {
      return Icons.STOPPED;
    }
    return switch (tone) {
      case DANGER -> Icons.CRITICAL;
      case WARNING -> Icons.WARNING;
      case SUCCESS -> Icons.OK;
      case NEUTRAL -> Icons.UNKNOWN;
      case ACCENT -> Icons.DRIFT;
    };
  }

  /// What kind of file it is.
  static String kind(DriftFile.Format format) {
    return switch (format) {
      case SARIF -> "SARIF";
      case JSON -> "JSON";
      case CSV -> "CSV";
      case MARKDOWN -> "Markdown";
      case JUNIT -> "JUnit XML";
      case HTML -> "Web page";
    };
  }
}
