package io.runfabric.console.ui.project;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ListingSummary;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One open project: its rows and where loading them stands. Everything changes on the FX thread
/// only; reading happens in the background. A reload replaces rows once it is complete, so the
/// screen never goes empty in between.
public final class ProjectModel implements AutoCloseable {

  private final Tasks tasks;
  private final ProjectRequest request;
  private BackendOptions options;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<Lock> locks = FXCollections.observableArrayList();
  private final ObservableList<Journal> journals = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<LoadState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new LoadState.Loading());
  private final ReadOnlyObjectWrapper<Optional<Overview>> overview =
      new ReadOnlyObjectWrapper<>(this, "overview", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProjectSession>> session =
      new ReadOnlyObjectWrapper<>(this, "session", Optional.empty());
  private Optional<RunningTask> loading = Optional.empty();

  public ProjectModel(Tasks tasks, ProjectRequest request, BackendOptions options) {
    this.tasks = tasks;
    this.request = request;
    this.options = options;
  }

  public ProjectRequest request() {
    return request;
  }

  public Tasks tasks() {
    return tasks;
  }

  public ObservableList<Entry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }

  public ObservableList<Lock> locks() {
    return FXCollections.unmodifiableObservableList(locks);
  }

  public ObservableList<Journal> journals() {
    return FXCollections.unmodifiableObservableList(journals);
  }

  public ReadOnlyObjectProperty<LoadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Empty until the first load is complete.
  public ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  /// The open session; empty until the configuration loaded.
  public ReadOnlyObjectProperty<Optional<ProjectSession>> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /// Reads the configuration and everything it leads to, anew. A load under way is stopped first.
  public void load() {
    cancel();
    state.set(new LoadState.Loading());
    loading =
        Optional.of(
            tasks.start(
                "Loading " + request.typed(),
                this::read,
                this::show,
                failure -> state.set(new LoadState.Failed(failure))));
  }

  /// Uses this workspace id from now on, and loads.
  public void chooseWorkspace(String id) {
    options = options.withWorkspace(Optional.of(id));
    load();
  }

  /// Stops a load under way.
  public void cancel() {
    loading.filter(task -> task.runningProperty().get()).ifPresent(this::stop);
    loading = Optional.empty();
  }

  @Override
  public void close() {
    cancel();
    session.get().ifPresent(ProjectSession::close);
  }

  private void stop(RunningTask task) {
    task.cancel();
    state.set(new LoadState.Cancelled());
  }

  private Read read(Progress progress, Cancellation cancellation) throws Exception {
    ProjectSession opened = ProjectSession.open(request, options);
    Overview.Builder sums = new Overview.Builder();
    List<Entry> rows = new ArrayList<>();
    ListingSummary summary =
        opened.entries(
            StateFilter.PROJECT,
            entry -> {
              sums.add(entry);
              rows.add(entry);
            },
            progress,
            cancellation);
    List<Lock> foundLocks = opened.locks(StateFilter.PROJECT, cancellation);
    List<Journal> foundJournals = opened.journals(StateFilter.PROJECT, cancellation);
    return new Read(
        opened,
        rows,
        foundLocks,
        foundJournals,
        sums.build(summary.otherServices(), foundLocks, foundJournals));
  }

  private void show(Read read) {
    session.get().ifPresent(ProjectSession::close);
    session.set(Optional.of(read.session()));
    entries.setAll(read.entries());
    locks.setAll(read.locks());
    journals.setAll(read.journals());
    overview.set(Optional.of(read.overview()));
    state.set(new LoadState.Loaded(read.session().now()));
  }

  /// What one load brought.
  private record Read(
      ProjectSession session,
      List<Entry> entries,
      List<Lock> locks,
      List<Journal> journals,
      Overview overview) {}

  /// The failure shown now, if loading failed.
  public Optional<Failure> failure() {
    return state.get() instanceof LoadState.Failed(Failure failure)
        ? Optional.of(failure)
        : Optional.empty();
  }
}
