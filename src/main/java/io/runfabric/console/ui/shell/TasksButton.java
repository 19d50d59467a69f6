package io.runfabric.console.ui.shell;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;

/// Opens the tasks, from the status bar; says when the last one failed.
final class TasksButton extends Button {

  private final WindowModel window;

  TasksButton(WindowModel window, Command command) {
    super("Tasks");
    this.window = window;
    getStyleClass().addAll("status-button", Styles.FLAT);
    setTooltip(Texts.tooltip(command.hint()));
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> command.run());
    window.tasks().ended().addListener((InvalidationListener) _ -> show());
    show();
  }

  private void show() {
    boolean failed =
        window.tasks().ended().stream()
            .findFirst()
            .map(RunningTask::stateProperty)
            .filter(state -> state.get() instanceof TaskState.Failed)
            .isPresent();
    setGraphic(
        failed ? Icons.of(Icons.CRITICAL, Tone.DANGER) : Icons.of(Icons.TASKS, Tone.NEUTRAL));
    setAccessibleText(failed ? "Tasks; the last one failed" : "Tasks");
  }
}
