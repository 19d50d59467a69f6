package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.Nature;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Every task: those that run, then those that have ended, the latest first.
final class TaskList extends ScrollPane {

  private final Tasks tasks;
  private final TaskPanelModel panel;
  private final Clock clock;
  private final VBox rows = new VBox();
  private Map<RunningTask, TaskRow> known = new HashMap<>();

  TaskList(Tasks tasks, TaskPanelModel panel, Clock clock) {
    this.tasks = tasks;
    this.panel = panel;
    this.clock = clock;
    getStyleClass().add("page-scroll");
    rows.getStyleClass().add("task-rows");
    setContent(rows);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /// Shows what there is now.
  void show() {
    List<RunningTask> running =
        tasks.running().stream().filter(task -> task.nature() != Nature.PASSING).toList();
    Map<RunningTask, TaskRow> kept = new HashMap<>();
    List<Node> shown = new ArrayList<>();
    add("Running", running, kept, shown);
    add("Finished", tasks.ended(), kept, shown);
    known = kept;
    if (shown.isEmpty()) {
      shown.add(
          new EmptyState(
              Icons.TASKS, "Nothing is running", "What the window does for you is listed here."));
    }
    rows.getChildren().setAll(shown);
  }

  /// Says anew how far everything is.
  void tick() {
    known.values().forEach(TaskRow::tick);
  }

  // The row of a task stays as long as its state does, so that the keyboard stays where it is.
  private void add(
      String heading, List<RunningTask> listed, Map<RunningTask, TaskRow> kept, List<Node> shown) {
    if (listed.isEmpty()) {
      return;
    }
    shown.add(Texts.label(heading, Styles.SECTION_TITLE, "task-heading"));
    for (RunningTask task : listed) {
      TaskRow before = known.get(task);
      TaskRow row = before != null && before.current() ? before : new TaskRow(task, panel, clock);
      kept.put(task, row);
      shown.add(row);
    }
  }
}
