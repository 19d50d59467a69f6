package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.shell.tasks.TaskWords;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is being done: how far, how fast, how long still, and entry by entry.
final class RunPage extends VBox {

  private final RunningTask task;
  private final Clock clock;
  private final ProgressBar bar = new ProgressBar();
  private final Label line = Texts.label("", Styles.MUTED);

  RunPage(Preview preview, RunningTask task, EntryProgress entries, Tasks tasks, Clock clock) {
    super(12);
    this.task = task;
    this.clock = clock;
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("write-progress");
    bar.setAccessibleText("Progress");
    getChildren().addAll(new Prose(Texts.sentence(task.title()), "wizard-sentence"), bar, line);
    InvalidationListener moved = _ -> tick();
    task.doneProperty().addListener(moved);
    task.totalProperty().addListener(moved);
    task.stateProperty().addListener(moved);
    task.whenEnded(() -> {
      task.doneProperty().removeListener(moved);
      task.totalProperty().removeListener(moved);
      task.stateProperty().removeListener(moved);
    });
    List<PlanRow> changing = preview.rows().stream().filter(PlanRow::effective).toList();
    if (!changing.isEmpty()) {
      PlanTable plan = PlanTable.ofRun(changing, entries, tasks, clock);
      setVgrow(plan.table(), Priority.ALWAYS);
      getChildren().add(plan.table());
    }
    tick();
  }

  /// Words the time anew.
  void tick() {
    bar.setProgress(task.pace().fraction());
    line.setText(Texts.sentence(TaskWords.line(task, clock.instant())));
  }
}
