package io.runfabric.console.ui.shell;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.RunningTask;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// One running task in the status bar, with a way to stop it.
final class TaskProgress extends HBox {

  TaskProgress(RunningTask task) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("task-progress");
    ProgressBar bar = new ProgressBar();
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> fraction(task), task.doneProperty(), task.totalProperty()));
    Label label = Texts.label("", "status-text");
    label
        .textProperty()
        .bind(
            task.doneProperty()
                .map(done ->
                    done.longValue() == 0
                        ? task.title()
                        : task.title() + " · " + Texts.number(done.longValue())));
    Button stop = new Button("", Icons.of(Icons.CLOSE));
    stop.getStyleClass().addAll("stop-button", Styles.FLAT);
    stop.setAccessibleText("Stop: " + task.title());
    stop.setTooltip(Texts.tooltip("Stop"));
    stop.setOnAction(_ -> task.cancel());
    getChildren().addAll(bar, label, stop);
  }

  private static double fraction(RunningTask task) {
    long total = task.totalProperty().get();
    return total <= 0 ? -1 : (double) task.doneProperty().get() / total;
  }
}
