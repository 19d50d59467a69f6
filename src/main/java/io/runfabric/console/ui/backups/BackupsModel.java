package io.runfabric.console.ui.backups;

import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The backups in the project's own folder, each read to its end and checked; encrypted ones are
/// not looked into. Everything happens on the FX thread but the reading.
final class BackupsModel implements Rows.Following {

  private final Tasks tasks;
  private final ProjectModel project;
  private final Clock clock;
  private final ObservableList<BackupRow> backups = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<LoadState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new LoadState.Loading());
  private final InvalidationListener onProject = _ -> read();
  private Optional<RunningTask> reading = Optional.empty();

  BackupsModel(Tasks tasks, ProjectModel project, Clock clock) {
    this.tasks = tasks;
    this.project = project;
    this.clock = clock;
  }

  /// Newest first.
  ObservableList<BackupRow> backups() {
    return backups;
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Follows the project from now on: whatever changes it may have made a backup before.
  @Override
  public void shown() {
    project.overviewProperty().addListener(onProject);
    read();
  }

  @Override
  public void hidden() {
    project.overviewProperty().removeListener(onProject);
  }

  /// Reads the folder anew.
  void read() {
    folder().ifPresent(folder -> start(job(folder).again(this::read)));
  }

  /// As [#read], for a dialog: the task list, which stays longer, does not offer to do it again.
  void readOnce() {
    folder().ifPresent(folder -> start(job(folder)));
  }

  private Job<List<BackupRow>> job(BackupFolder folder) {
    return Job.reading(
            "Checking the backups of " + project.folderName(),
            (progress, cancellation) ->
                folder.list(progress, cancellation).stream().map(BackupRow::of).toList(),
            this::show)
        .orElse(failure -> state.set(new LoadState.Failed(failure)));
  }

  private void start(Job<List<BackupRow>> job) {
    reading.ifPresent(RunningTask::abandon);
    RunningTask task = tasks.start(job);
    project.endsWithProject(task);
    reading = Optional.of(task);
  }

  private Optional<BackupFolder> folder() {
    return project.sessionProperty().get().map(ProjectSession::project).map(BackupFolder::of);
  }

  private void show(List<BackupRow> found) {
    if (!backups.equals(found)) {
      backups.setAll(found);
    }
    state.set(new LoadState.Loaded(clock.instant()));
  }
}
