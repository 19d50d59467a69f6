package io.runfabric.console.ui.history;

import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.History;
import io.runfabric.console.ui.history.HistoryState.Failed;
import io.runfabric.console.ui.history.HistoryState.Nothing;
import io.runfabric.console.ui.history.HistoryState.Reading;
import io.runfabric.console.ui.history.HistoryState.Shown;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The history of the entry that is looked at. It is read in the background, through a session of
/// its own, as it may take longer than the project's lasts. Everything happens on the FX thread.
public final class HistoryModel {

  private final ProjectModel project;
  private final ReadOnlyObjectWrapper<HistoryState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Nothing());
  private Optional<Entry> entry = Optional.empty();
  private Optional<RunningTask> reading = Optional.empty();

  public HistoryModel(ProjectModel project) {
    this.project = project;
  }

  public ReadOnlyObjectProperty<HistoryState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The entry that is looked at.
  public Optional<Entry> entry() {
    return entry;
  }

  /// Looks at an entry; one that is looked at already is looked through again only when it changed.
  public void show(Entry next) {
    boolean known =
        entry
            .filter(
                shown -> shown.ref().equals(next.ref()) && shown.revision().equals(next.revision()))
            .isPresent();
    entry = Optional.of(next);
    if (!known || state.get() instanceof Failed) {
      lookAgain();
    }
  }

  /// Looks everything through again.
  public void lookAgain() {
    stop();
    entry.ifPresent(this::read);
  }

  /// Nobody looks any more.
  public void hidden() {
    if (state.get() instanceof Reading) {
      state.set(new Nothing());
      entry = Optional.empty();
    }
    stop();
  }

  private void read(Entry of) {
    state.set(new Reading());
    ProjectModel.Source source = project.sourceProperty().get();
    RunningTask task =
        project
            .tasks()
            .start(
                Job.<History>passing(
                        "Looking up what was kept of " + of.stage(),
                        (progress, cancellation) -> {
                          try (ProjectSession session = source.open()) {
                            return History.of(session, EntryPlace.of(of), progress, cancellation);
                          }
                        },
                        found -> state.set(new Shown(found)))
                    .orElse(failure -> state.set(new Failed(failure))));
    if (task.runningProperty().get()) {
      reading = Optional.of(task);
    }
  }

  private void stop() {
    reading.ifPresent(RunningTask::cancel);
    reading = Optional.empty();
  }
}
