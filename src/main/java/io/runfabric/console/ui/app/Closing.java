package io.runfabric.console.ui.app;

import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.write.Holds;
import java.util.List;
import javafx.stage.Stage;

/// Closes projects; asks first where that would release a stage or stop something that writes.
final class Closing {

  private final Stage stage;
  private final WindowModel window;

  Closing(Stage stage, WindowModel window) {
    this.stage = stage;
    this.window = window;
  }

  void close(List<OpenProject> projects) {
    Holds holds = window.writes().holds();
    List<String> held =
        projects.stream().flatMap(open -> holds.namesIn(open.file()).stream()).toList();
    if (held.isEmpty()) {
      unlessWriting(projects);
    } else {
      new ReleaseDialog(
              stage,
              held,
              () -> {
                projects.forEach(open -> holds.giveBack(open.file()));
                unlessWriting(projects);
              })
          .show();
    }
  }

  private void unlessWriting(List<OpenProject> projects) {
    List<RunningTask> writing = writing(projects);
    if (writing.isEmpty()) {
      projects.forEach(window::close);
    } else {
      new QuitDialog(stage, QuitDialog.Leaves.PROJECT, writing, () -> stopAndClose(projects))
          .show();
    }
  }

  // Locks are given back by the work itself, so that it has to come to its end.
  private void stopAndClose(List<OpenProject> projects) {
    for (RunningTask task : writing(projects)) {
      task.whenEnded(() -> closeOnceNothingIsWritten(projects));
      task.cancel();
    }
    closeOnceNothingIsWritten(projects);
  }

  private void closeOnceNothingIsWritten(List<OpenProject> projects) {
    if (writing(projects).isEmpty()) {
      projects.forEach(window::close);
    }
  }

  private static List<RunningTask> writing(List<OpenProject> projects) {
    return projects.stream().flatMap(open -> open.project().writing().stream()).toList();
  }
}
