package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.ProblemList;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.LogLine;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One task in full: how far it is or how it ended, why it failed and what to do, and what it said.
final class TaskDetails extends ScrollPane {

  private final RunningTask task;
  private final Supplier<Instant> now;
  private final Consumer<String> copy;
  private final VBox column = new VBox();
  private final Label times = Texts.label("", Styles.HINT);
  private final Label line = Texts.paragraph("", Styles.MUTED);
  private final ProgressBar bar = new ProgressBar();
  private final VBox log = new VBox(2);
  private final InvalidationListener onState = _ -> show();
  private final ListChangeListener<LogLine> onLog = _ -> showLog();
  private boolean traced;

  TaskDetails(RunningTask task, Supplier<Instant> now, Consumer<String> copy) {
    this.task = task;
    this.now = now;
    this.copy = copy;
    getStyleClass().add("page-scroll");
    setContent(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    column.getStyleClass().add("task-details");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("task-bar");
    log.getStyleClass().add("task-log");
  }

  /// Follows the task from now on.
  void shown() {
    task.stateProperty().addListener(onState);
    task.againProperty().addListener(onState);
    task.log().addListener(onLog);
    show();
  }

  /// Does not follow the task any more.
  void hidden() {
    task.stateProperty().removeListener(onState);
    task.againProperty().removeListener(onState);
    task.log().removeListener(onLog);
  }

  /// Says anew how far it is.
  void tick() {
    times.setText(
        "Started "
            + Timestamps.shown(task.startedAt().toString())
            + " UTC, took "
            + TaskWords.length(task.took(now.get())));
    line.setText(Texts.wrapped(TaskWords.line(task, now.get())));
    bar.setProgress(task.pace().fraction());
  }

  private void show() {
    Badge state = new Badge(TaskWords.state(task), TaskWords.tone(task));
    HBox facts = new HBox(8, state, times);
    facts.setAlignment(Pos.CENTER_LEFT);
    column
        .getChildren()
        .setAll(Texts.paragraph(TaskWords.title(task), "task-details-title"), facts);
    if (task.stateProperty().get().running()) {
      column.getChildren().addAll(line, bar);
    }
    if (task.stateProperty().get() instanceof TaskState.Done(String result) && !result.isEmpty()) {
      column.getChildren().add(new Prose(Texts.sentence(result)));
    }
    if (task.stateProperty().get() instanceof TaskState.Failed(Failure failure, _)) {
      show(failure);
    }
    column.getChildren().add(buttons());
    if (!task.log().isEmpty()) {
      column.getChildren().addAll(Texts.label("Log (UTC)", Styles.SECTION_TITLE), log);
    }
    if (task.stateProperty().get() instanceof TaskState.Failed(_, String trace)
        && !trace.isEmpty()) {
      column.getChildren().add(trace(trace));
    }
    showLog();
    tick();
  }

  private void show(Failure failure) {
    VBox words = new VBox(8, new Prose(Texts.sentence(failure.message()), "error-message"));
    words.getStyleClass().addAll("notice", "task-notice");
    if (!failure.remedy().isEmpty()) {
      words.getChildren().add(new Prose(Texts.sentence(failure.remedy()), Styles.MUTED));
    }
    failure
        .code()
        .ifPresent(
            code -> words.getChildren().add(Texts.label(code.name(), Styles.MONO, Styles.MUTED)));
    column.getChildren().add(words);
    if (failure.problems().size() > 1) {
      column.getChildren().add(new ProblemList(failure.problems()));
    }
  }

  private HBox buttons() {
    HBox buttons = new HBox(8);
    if (task.stateProperty().get().running()) {
      Button stop = new Button("Stop", Icons.of(Icons.CLOSE));
      stop.setDisable(task.cancelled());
      stop.setOnAction(_ -> task.cancel());
      buttons.getChildren().add(stop);
    }
    task.againProperty()
        .get()
        .ifPresent(again -> {
          Button retry = new Button("Try again", Icons.of(Icons.REFRESH));
          retry.setOnAction(_ -> again.run());
          buttons.getChildren().add(retry);
        });
    Button report = new Button("Copy report", Icons.of(Icons.COPY));
    report.setTooltip(Texts.tooltip("Copy all of this as text; secrets are left out"));
    report.setOnAction(_ -> copy.accept(TaskReport.of(task, now.get(), traced)));
    buttons.getChildren().add(report);
    return buttons;
  }

  private TitledPane trace(String trace) {
    TextArea text = new TextArea(trace);
    text.setEditable(false);
    text.getStyleClass().addAll(Styles.MONO, "task-trace");
    text.setAccessibleText("Where in the program it failed");
    TitledPane pane = new TitledPane("Technical details", text);
    pane.setExpanded(traced);
    pane.setAnimated(false);
    pane.expandedProperty().addListener((_, _, expanded) -> traced = expanded);
    return pane;
  }

  private void showLog() {
    log.getChildren()
        .setAll(
            task.log().stream()
                .map(said -> Texts.paragraph(TaskWords.log(said), Styles.MONO, "task-log-line"))
                .toList());
  }
}
