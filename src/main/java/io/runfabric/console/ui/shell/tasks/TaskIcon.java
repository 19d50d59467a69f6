package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/// How a task's state looks.
final class TaskIcon {

  private TaskIcon() {}

  static Node of(RunningTask task) {
    return Icons.of(icon(task.stateProperty().get()), TaskWords.tone(task));
  }

  private static Ikon icon(TaskState state) {
    return switch (state) {
      case TaskState.Running(), TaskState.Stopping() -> Icons.REFRESH;
      case TaskState.Done _ -> Icons.OK;
      case TaskState.Stopped() -> Icons.STOPPED;
      case TaskState.Failed _ -> Icons.CRITICAL;
    };
  }
}
