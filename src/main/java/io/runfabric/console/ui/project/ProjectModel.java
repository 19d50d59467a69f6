package io.runfabric.console.ui.project;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.Nature;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One open project: its rows and where loading them stands. Everything changes on the FX thread
/// only; reading happens in the background. A reload replaces rows once it is complete, and only
/// lists that differ, so the screen never goes empty and a selection survives where it can.
public final class ProjectModel implements AutoCloseable {

  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<Source> source;
  // Views are held here, because one that nobody holds is forgotten together with its listeners.
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<Entry> entriesView =
      FXCollections.unmodifiableObservableList(entries);
  private final ObservableList<Lock> locks = FXCollections.observableArrayList();
  private final ObservableList<Lock> locksView = FXCollections.unmodifiableObservableList(locks);
  private final ObservableList<Journal> journals = FXCollections.observableArrayList();
  private final ObservableList<Journal> journalsView =
      FXCollections.unmodifiableObservableList(journals);
  private final ObservableList<WorkspaceRows> workspaces = FXCollections.observableArrayList();
  private final ObservableList<WorkspaceRows> workspacesView =
      FXCollections.unmodifiableObservableList(workspaces);
  private final ReadOnlyObjectWrapper<LoadState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new LoadState.Loading());
  private final ReadOnlyObjectWrapper<Optional<Overview>> overview =
      new ReadOnlyObjectWrapper<>(this, "overview", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProjectSession>> session =
      new ReadOnlyObjectWrapper<>(this, "session", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunningTask>> loading =
      new ReadOnlyObjectWrapper<>(this, "loading", Optional.empty());
  private final ReadOnlyObjectWrapper<Following> following =
      new ReadOnlyObjectWrapper<>(this, "following", new Following.Nothing());
  private final Set<RunningTask> guests = new HashSet<>();
  private ObservableList<Entry> arriving = FXCollections.observableArrayList();
  private List<Entry> shownEntries = List.of();
  private Optional<Duration> listing = Optional.empty();
  private Optional<Revision> stamp = Optional.empty();
  private Consumer<ProjectSession> beforeReading = _ -> {};
  private boolean reloadWanted;
  private boolean closed;

  public ProjectModel(Tasks tasks, ProjectRequest request, BackendOptions options) {
    this.tasks = tasks;
    this.source = new ReadOnlyObjectWrapper<>(this, "source", new Source(request, options));
  }

  /// What is looked at: which configuration, resolved and opened how.
  public record Source(ProjectRequest request, BackendOptions options) {

    /// Opens it, for whoever closes it again. Call in the background.
    public ProjectSession open() throws InvalidProjectException, BackendException {
      return ProjectSession.open(request, options);
    }
  }

  public ReadOnlyObjectProperty<Source> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  public ProjectRequest request() {
    return source.get().request();
  }

  /// The absolute path of the project's runfabric.yml.
  public Path file() {
    return request().workingDirectory().resolve(request().typed()).toAbsolutePath().normalize();
  }

  /// The name of the project's folder; what to call the project before its service is known.
  public String folderName() {
    Path folder = file().getParent();
    Path name = folder == null ? null : folder.getFileName();
    return name == null ? file().toString() : name.toString();
  }

  /// A terminal command about this project.
  ///
  /// @param words without program and project
  public String commandLine(List<String> words) {
    return commandLine(source.get(), words);
  }

  /// As [#commandLine(List)], for a source that may not be the present one any more.
  public String commandLine(Source asked, List<String> words) {
    return Redactor.masking().text(ShellWords.line(commandWords(asked, words)));
  }

  /// The words of a terminal command about this project.
  ///
  /// @param words without program and project
  public List<String> commandWords(List<String> words) {
    return commandWords(source.get(), words);
  }

  private List<String> commandWords(Source asked, List<String> words) {
    List<String> line = new ArrayList<>(List.of("runfabric-console"));
    line.addAll(words);
    asked.request().backend().ifPresent(kind -> line.addAll(List.of("--backend", kind)));
    if (!words.contains("--workspace")) {
      asked.options().workspace().ifPresent(id -> line.addAll(List.of("--workspace", id)));
    }
    line.addAll(List.of("-c", file().toString()));
    return line;
  }

  public Tasks tasks() {
    return tasks;
  }

  /// Has something done in the background of every load, once the backend is open and before
  /// anything is read from it.
  void beforeReading(Consumer<ProjectSession> what) {
    beforeReading = what;
  }

  public ObservableList<Entry> entries() {
    return entriesView;
  }

  public ObservableList<Lock> locks() {
    return locksView;
  }

  public ObservableList<Journal> journals() {
    return journalsView;
  }

  /// The workspace ids of a shared database; empty for kinds that have none.
  public ObservableList<WorkspaceRows> workspaces() {
    return workspacesView;
  }

  public ReadOnlyObjectProperty<LoadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Empty until the first load is complete. Set after the rows, before the state.
  public ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  /// The open session; empty until the first load is complete.
  public ReadOnlyObjectProperty<Optional<ProjectSession>> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /// How long reading the entries took in the last load that was complete; empty before the first.
  public Optional<Duration> listingTime() {
    return listing;
  }

  /// The stages that are known: those the configuration names, then those that have state.
  public SequencedSet<String> stages() {
    SequencedSet<String> stages = new LinkedHashSet<>();
    session.get().ifPresent(open -> stages.addAll(open.project().stages()));
    overview.get().ifPresent(all -> all.stages().forEach(line -> stages.add(line.stage())));
    stages.remove("");
    return stages;
  }

  /// The first entries that the load under way has read, in the order they came; they grow until it
  /// ends, and are not all.
  public ObservableList<Entry> arriving() {
    return FXCollections.unmodifiableObservableList(arriving);
  }

  /// How changes where the state is kept are noticed by themselves.
  public ReadOnlyObjectProperty<Following> followingProperty() {
    return following.getReadOnlyProperty();
  }

  /// Says how changes are noticed. Call on the FX thread.
  void following(Following how) {
    following.set(how);
  }

  /// The backend's stamp of what is shown, so that later changes make another; empty where none is
  /// to be had.
  Optional<Revision> stamp() {
    return stamp;
  }

  /// The load under way.
  public ReadOnlyObjectProperty<Optional<RunningTask>> loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// The failure shown now, if loading failed.
  public Optional<Failure> failure() {
    return state.get() instanceof LoadState.Failed(Failure failure)
        ? Optional.of(failure)
        : Optional.empty();
  }

  /// Reads the configuration and everything it leads to, anew. A load under way is stopped first.
  public void load() {
    stop();
    if (closed) {
      return;
    }
    Source asked = source.get();
    List<Entry> before = shownEntries;
    FirstRows first = new FirstRows();
    RunningTask task =
        tasks.start(
            Job.reading(
                    "Loading " + folderName(),
                    (progress, cancellation) -> {
                      LoadedState read =
                          LoadedState.read(
                              asked.request(),
                              asked.options(),
                              beforeReading,
                              first::offer,
                              progress,
                              cancellation);
                      return new Arrival(read, !read.entries().equals(before));
                    },
                    this::show)
                .orElse(this::failed)
                .unwanted(arrival -> closeAside(arrival.read().session()))
                .telling(arrival -> arrival.read().words())
                .again(this::load));
    endsWithProject(task);
    if (task.runningProperty().get()) {
      loading.set(Optional.of(task));
      arriving = first.rows();
      task.doneProperty().addListener((_, _, _) -> first.show());
      task.stateProperty().addListener((_, _, _) -> stopsWith(task));
      state.set(new LoadState.Loading());
    }
  }

  /// Something changed where the state is kept: loads, after the load under way if there is one.
  public void reload() {
    if (loading.get().isPresent()) {
      reloadWanted = true;
    } else {
      load();
    }
  }

  /// Resolves the configuration for this stage from now on, and loads.
  public void chooseStage(String stage) {
    Source now = source.get();
    source.set(new Source(now.request().withStage(Optional.of(stage)), now.options()));
    load();
  }

  /// Uses this workspace id from now on, and loads.
  public void chooseWorkspace(String id) {
    Source now = source.get();
    source.set(new Source(now.request(), now.options().withWorkspace(Optional.of(id))));
    load();
  }

  /// Stops a load under way.
  public void cancel() {
    loading.get().ifPresent(RunningTask::cancel);
  }

  // Whoever stopped the load, there is no other that would end the loading.
  private void stopsWith(RunningTask task) {
    if (task.cancelled() && loading.get().equals(Optional.of(task))) {
      reloadWanted = false;
      loading.set(Optional.empty());
      state.set(new LoadState.Cancelled());
    }
  }

  /// Stops this work when the project is closed; from then on it cannot be done again either.
  public void endsWithProject(RunningTask task) {
    guests.add(task);
    task.whenEnded(() -> {
      if (task.stateProperty().get() instanceof TaskState.Done) {
        guests.remove(task);
      }
    });
  }

  /// What runs for this project and changes something; it is stopped when the project is closed.
  public List<RunningTask> writing() {
    return guests.stream()
        .filter(task -> task.nature() == Nature.WRITING && task.runningProperty().get())
        .toList();
  }

  @Override
  public void close() {
    closed = true;
    stop();
    guests.forEach(RunningTask::cancel);
    guests.forEach(RunningTask::noMore);
    session.get().ifPresent(this::closeAside);
    session.set(Optional.empty());
  }

  private void stop() {
    reloadWanted = false;
    Optional<RunningTask> underWay = loading.get();
    loading.set(Optional.empty());
    underWay.ifPresent(RunningTask::abandon);
  }

  private void show(Arrival arrival) {
    LoadedState read = arrival.read();
    Optional<ProjectSession> before = session.get();
    session.set(Optional.of(read.session()));
    before.ifPresent(this::closeAside);
    listing = Optional.of(read.listing());
    stamp = read.stamp();
    if (arrival.entriesDiffer()) {
      shownEntries = read.entries();
      entries.setAll(shownEntries);
    }
    replace(locks, read.locks());
    replace(journals, read.journals());
    replace(workspaces, read.workspaces());
    overview.set(Optional.of(read.overview()));
    ended(new LoadState.Loaded(read.session().now()));
  }

  private void failed(Failure failure) {
    ended(new LoadState.Failed(failure));
  }

  private void ended(LoadState how) {
    loading.set(Optional.empty());
    arriving = FXCollections.observableArrayList();
    state.set(how);
    if (reloadWanted) {
      load();
    }
  }

  // Closing a session may wait for a server.
  private void closeAside(ProjectSession old) {
    tasks.aside(old::close);
  }

  private static <T> void replace(ObservableList<T> shown, List<T> read) {
    if (!shown.equals(read)) {
      shown.setAll(read);
    }
  }

  /// A load's result, compared with what is shown while still in the background.
  private record Arrival(LoadedState read, boolean entriesDiffer) {}
}
