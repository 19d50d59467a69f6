package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.BackendKind;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.project.StaleWatch;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open projects, of which one is looked at: the active one. The others are kept as they are,
/// and follow their files too. Everything happens on the FX thread.
public final class OpenProjects {

  private final Tasks tasks;
  private final Consumer<String> alarm;
  private final ObservableList<OpenProject> all = FXCollections.observableArrayList();
  private final ObservableList<OpenProject> view = FXCollections.unmodifiableObservableList(all);
  private final ReadOnlyObjectWrapper<Optional<OpenProject>> active =
      new ReadOnlyObjectWrapper<>(this, "active", Optional.empty());
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes", 0);
  private final LoadQueue queue = new LoadQueue();
  private final ChangeListener<Object> onChange = (_, _, _) -> changed();

  /// @param alarm told, in a sentence, what the user should know wherever they are
  OpenProjects(Tasks tasks, Consumer<String> alarm) {
    this.tasks = tasks;
    this.alarm = alarm;
    all.addListener((InvalidationListener) _ -> changed());
  }

  /// In the order they were opened.
  public ObservableList<OpenProject> all() {
    return view;
  }

  /// The one that is looked at; there is one as long as any is open.
  public ReadOnlyObjectProperty<Optional<OpenProject>> activeProperty() {
    return active.getReadOnlyProperty();
  }

  public Optional<OpenProject> active() {
    return active.get();
  }

  /// The one of this file.
  public Optional<OpenProject> of(Path file) {
    return all.stream().filter(open -> open.file().equals(file)).findFirst();
  }

  /// Adds a project that is not loaded until somebody wants it.
  OpenProject add(ProjectRequest request, BackendOptions options, String name) {
    OpenProject opened = new OpenProject(new ProjectModel(tasks, request, options), name);
    StaleWatch.of(
        opened.project().locks(),
        sentence -> alarm.accept(all.size() < 2 ? sentence : opened.name() + ": " + sentence));
    opened.nameProperty().addListener(onChange);
    opened.statusProperty().addListener(onChange);
    opened.project().overviewProperty().addListener(onChange);
    all.add(opened);
    return opened;
  }

  /// Counts up whenever one is opened or closed, is named, stands otherwise or was read anew.
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// The project of a request: one that is open already, unless the request says to look at it in
  /// another way; then it takes that one's place.
  ///
  /// @param name what to call a project before its service is known
  OpenProject open(ProjectRequest request, BackendOptions options, Function<Path, String> name) {
    ProjectModel wanted = new ProjectModel(tasks, request, options);
    Desk.Left how = Desk.Left.of(wanted, name.apply(wanted.file()));
    Optional<OpenProject> known = of(wanted.file());
    Optional<OpenProject> same =
        known.filter(open -> how.plain() || how.equals(Desk.Left.of(open.project(), how.name())));
    if (same.isEmpty()) {
      known.ifPresent(this::close);
    }
    return same.orElseGet(() -> add(request, options, how.name()));
  }

  /// Loads a project in the background if its state is kept on this machine. One that is kept
  /// elsewhere is loaded when somebody looks at it: nobody asked for calls to its store yet.
  void loadIfHere(OpenProject open) {
    ProjectRequest request = open.project().request();
    tasks.start(
        Job.passing(
                "Looking at " + open.name(),
                (_, _) -> ProjectLoader.load(request).project(),
                project -> {
                  if (here(project)) {
                    load(open);
                  } else if (!open.begun()) {
                    open.configured(project.backend().kind());
                  }
                })
            .orElse(_ -> load(open)));
  }

  /// Whether a project is not loaded before somebody asks for it.
  public boolean waits(OpenProject open) {
    return !open.begun();
  }

  /// Reads every project anew that was read before.
  public void refreshLoaded() {
    all.stream().filter(OpenProject::begun).forEach(open -> open.project().load());
  }

  /// Loads a project in the background when its turn comes, unless it is loaded.
  public void load(OpenProject open) {
    if (all.contains(open) && !open.begun()) {
      queue.add(open);
    }
  }

  /// Looks at a project, and loads it if it is not yet.
  public void activate(OpenProject open) {
    if (!open.begun()) {
      queue.now(open);
    }
    active.set(Optional.of(open));
  }

  /// Reads a project anew, whether it was read before or not.
  public void refresh(OpenProject open) {
    if (open.begun()) {
      open.project().load();
    } else {
      queue.now(open);
    }
  }

  /// Closes a project; if it was the active one, the next in the tree is from then on.
  void close(OpenProject closing) {
    int place = all.indexOf(closing);
    if (place < 0) {
      return;
    }
    if (active.get().equals(Optional.of(closing))) {
      neighbour(place).ifPresentOrElse(this::activate, () -> active.set(Optional.empty()));
    }
    all.remove(closing);
    queue.remove(closing);
    closing.close();
  }

  void closeAll() {
    active.set(Optional.empty());
    List.copyOf(all).forEach(this::close);
  }

  /// The one so many further down the tree; after the last comes the first.
  public Optional<OpenProject> away(int by) {
    return active.get().map(open -> all.get(Math.floorMod(all.indexOf(open) + by, all.size())));
  }

  /// Reads locks anew whose lease has ended, in every project.
  void tick(Instant now) {
    List.copyOf(all).forEach(open -> open.tick(now));
  }

  /// What is to be remembered of them.
  Desk on(Desk desk) {
    return desk.withProjects(
        all.stream().map(open -> Desk.Left.of(open.project(), open.name())).toList(),
        active.get().map(OpenProject::file));
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  private Optional<OpenProject> neighbour(int place) {
    return Stream.of(place + 1, place - 1)
        .filter(next -> next >= 0 && next < all.size())
        .findFirst()
        .map(all::get);
  }

  private static boolean here(Project project) {
    return Stream.of(project.backend().kind(), project.records().store().kind())
        .allMatch(kind -> kind == BackendKind.LOCAL || kind == BackendKind.SQLITE);
  }
}
