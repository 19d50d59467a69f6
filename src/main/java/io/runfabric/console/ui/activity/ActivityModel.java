package io.runfabric.console.ui.activity;

import io.runfabric.console.operation.activity.Activity;
import io.runfabric.console.operation.activity.ActivityLog.Reading;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Writes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The activity log, of the open project or of all. Read when the page is shown, when this window
/// wrote a line, and when another console did. Everything happens on the FX thread.
final class ActivityModel implements Rows.Following {

  /// More lines than anybody goes through; older ones are in the files.
  static final int MOST = 10_000;

  private final Tasks tasks;
  private final Writes writes;
  private final Clock clock;
  private final String project;
  private final ObservableList<Activity> activities = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<LoadState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new LoadState.Loading());
  private final ReadOnlyLongWrapper unreadable = new ReadOnlyLongWrapper(this, "unreadable", 0);
  private final BooleanProperty everyProject =
      new SimpleBooleanProperty(this, "everyProject", false);
  private final InvalidationListener onRecorded = _ -> read();
  private final LogWatch watch;
  private Optional<RunningTask> reading = Optional.empty();

  /// @param file the open project's
  ActivityModel(Tasks tasks, Writes writes, Clock clock, Path file) {
    this.tasks = tasks;
    this.writes = writes;
    this.clock = clock;
    this.project = file.toString();
    watch = new LogWatch(tasks, writes.folder().resolve("activity.jsonl"), this::read);
    everyProject.addListener((_, _, _) -> read());
  }

  /// The newest lines, newest first.
  ObservableList<Activity> activities() {
    return activities;
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// How many lines do not load.
  ReadOnlyLongProperty unreadableProperty() {
    return unreadable.getReadOnlyProperty();
  }

  /// Whether the lines of other projects are wanted too.
  BooleanProperty everyProjectProperty() {
    return everyProject;
  }

  /// Follows the log from now on.
  @Override
  public void shown() {
    writes.recordedProperty().addListener(onRecorded);
    watch.start();
    read();
  }

  /// Does not follow the log any more.
  @Override
  public void hidden() {
    writes.recordedProperty().removeListener(onRecorded);
    watch.stop();
  }

  /// Reads the log anew.
  void read() {
    reading.ifPresent(RunningTask::cancel);
    boolean every = everyProject.get();
    RunningTask task =
        tasks.start(
            Job.passing(
                    "Reading the activity log",
                    (_, _) -> writes.log().newest(MOST, one -> every || ofThisProject(one)),
                    this::show)
                .orElse(failure -> state.set(new LoadState.Failed(failure))));
    reading = Optional.of(task);
  }

  private boolean ofThisProject(Activity activity) {
    return activity.doing().project().equals(project);
  }

  private void show(Reading read) {
    if (!activities.equals(read.activities())) {
      activities.setAll(read.activities());
    }
    unreadable.set(read.unreadable());
    state.set(new LoadState.Loaded(clock.instant()));
  }
}
