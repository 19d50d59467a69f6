package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.palette.PaletteModel;
import io.runfabric.console.ui.shell.tasks.TaskPanelModel;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Writes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/// What the window shows, without nodes: which of the open projects, the place in it, what may be
/// seen, and what is remembered. Everything happens on the FX thread.
public final class WindowModel {

  private final Tasks tasks;
  private final BackendOptions options;
  private final SettingsFile settings;
  private final Writes writes;
  private final OpenProjects projects;
  private final ProjectMemory memory;
  private final FolderModel folders;
  private final Opener opener;
  private final ReadOnlyObjectWrapper<Optional<ProjectModel>> project =
      new ReadOnlyObjectWrapper<>(this, "project", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Across>> across =
      new ReadOnlyObjectWrapper<>(this, "across", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProjectModel>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(this, "place", Place.OVERVIEW);
  private final ReadOnlyObjectWrapper<Redactor> redactor =
      new ReadOnlyObjectWrapper<>(this, "redactor", Redactor.masking());
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
  private final ObjectProperty<ThemeChoice> theme;
  private final ObjectProperty<TextSize> textSize;
  private final TaskPanelModel taskPanel = new TaskPanelModel();
  private final PaletteModel palette;
  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

  /// Something said in passing. Never equal to another, so that the same words show again.
  public static final class Notice {
    private final String text;
    private final boolean urgent;

    Notice(String text, boolean urgent) {
      this.text = text;
      this.urgent = urgent;
    }

    /// Whether the user should know of it wherever they are.
    public boolean urgent() {
      return urgent;
    }

    public String text() {
      return text;
    }
  }

  /// @param requests what to ask for when the user names a file
  /// @param state the user's state folder
  public WindowModel(
      Tasks tasks,
      BackendOptions options,
      SettingsFile settings,
      Function<Path, ProjectRequest> requests,
      Path state) {
    this.tasks = tasks;
    this.options = options;
    this.settings = settings;
    this.writes = new Writes(tasks, state, options.clock(), this::say, this::alarm);
    this.projects = new OpenProjects(tasks, this::alarm);
    this.memory = new ProjectMemory(settings, projects);
    this.folders = new FolderModel(tasks, requests, this::say);
    this.opener = new Opener(projects, memory, folders, requests, options, this::show, this::say);
    this.theme = new SimpleObjectProperty<>(this, "theme", settings.get().theme());
    this.textSize = new SimpleObjectProperty<>(this, "textSize", settings.get().textSize());
    palette = new PaletteModel(tasks, settings.get().habits().chosen(), this::rememberChosen);
    theme.addListener((_, _, chosen) -> settings.update(known -> known.withTheme(chosen)));
    textSize.addListener((_, _, chosen) -> settings.update(known -> known.withTextSize(chosen)));
    projects.activeProperty().addListener((_, _, now) -> look(now));
  }

  public Tasks tasks() {
    return tasks;
  }

  /// What is needed to change something.
  public Writes writes() {
    return writes;
  }

  /// The panel that shows the tasks.
  public TaskPanelModel taskPanel() {
    return taskPanel;
  }

  public PaletteModel palette() {
    return palette;
  }

  public Clock clock() {
    return options.clock();
  }

  /// The open projects.
  public OpenProjects projects() {
    return projects;
  }

  /// The search for projects below a folder.
  public FolderModel folders() {
    return folders;
  }

  /// The active project.
  public ReadOnlyObjectProperty<Optional<ProjectModel>> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /// The page about all projects that is on screen, instead of one of the active project.
  public ReadOnlyObjectProperty<Optional<Across>> acrossProperty() {
    return across.getReadOnlyProperty();
  }

  /// The project that the page on screen is about: the active one, unless it is about all.
  public ReadOnlyObjectProperty<Optional<ProjectModel>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Where in the active project the user is.
  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// What may be seen of documents now.
  public ReadOnlyObjectProperty<Redactor> redactorProperty() {
    return redactor.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  public ObjectProperty<TextSize> textSizeProperty() {
    return textSize;
  }

  /// Whether the window is dark now.
  public BooleanProperty darkProperty() {
    return dark;
  }

  /// Whether nothing can be changed from this window. Not remembered: each window starts as it was
  /// asked to.
  public BooleanProperty readOnlyProperty() {
    return tasks.readOnlyProperty();
  }

  /// The projects opened before, the latest first.
  public ObservableList<Recent> recents() {
    return memory.recents();
  }

  /// Opens what was open when the window was last used, and looks at what was looked at then.
  ///
  /// @param named what is looked at instead, if the user named something
  public void begin(Optional<ProjectRequest> named) {
    opener.begin(named);
  }

  /// Opens the project a file or folder stands for. Below a folder that is none itself, projects
  /// are looked for.
  public void open(Path path) {
    opener.open(path);
  }

  /// As [#open(Path)], to be looked at as the request says.
  public void open(ProjectRequest request) {
    opener.open(request);
  }

  /// Opens several projects and looks at the first.
  public void openAll(List<Path> files) {
    opener.openAll(files);
  }

  /// Closes the active project, if there is one.
  public void close() {
    projects.active().ifPresent(this::close);
  }

  /// Closes a project; what it was doing is stopped.
  public void close(OpenProject open) {
    projects.close(open);
  }

  /// The window is gone: closes everything, which is remembered as open.
  public void end() {
    memory.end();
    projects.closeAll();
  }

  /// Where the window stood last.
  public Optional<WindowFrame> frame() {
    return settings.get().desk().frame();
  }

  /// Remembers where the window stands.
  public void frame(WindowFrame now) {
    settings.update(known -> known.withDesk(known.desk().withFrame(now)));
  }

  public void forget(Recent recent) {
    memory.forget(recent);
  }

  /// Goes to a place in the active project.
  public void go(Place there) {
    projects.active().ifPresent(open -> go(open, there));
  }

  /// Goes to a place in a project.
  public void go(OpenProject open, Place there) {
    // Another one even when it is the place already: its filter applies anew.
    open.go(new Place(there.kind(), there.filter(), there.row()));
    show(open);
    place.set(open.place());
  }

  /// Looks at a project where it was left.
  public void show(OpenProject open) {
    projects.activate(open);
    across(Optional.empty());
  }

  /// Goes to a page about all projects.
  public void go(Across page) {
    across(Optional.of(page));
  }

  private void across(Optional<Across> page) {
    across.set(page);
    shown.set(page.isPresent() ? Optional.empty() : project.get());
  }

  /// What is remembered of a page of a project.
  public PageMemory memory(ProjectModel of, Place.Kind kind) {
    return new PageMemory(() -> settings.get().habits(), this::rememberHabits, of.file(), kind);
  }

  public void revealSecrets(boolean reveal) {
    redactor.set(reveal ? Redactor.revealing() : Redactor.masking());
  }

  @SuppressWarnings("ReferenceEquality") // there are two redactors
  public boolean secretsShown() {
    return redactor.get() == Redactor.revealing();
  }

  /// Shows a message for a moment.
  public void say(String message) {
    notice.set(Optional.of(new Notice(message, /* urgent= */ false)));
  }

  /// Tells the user wherever they are.
  public void alarm(String message) {
    notice.set(Optional.of(new Notice(message, /* urgent= */ true)));
  }

  private void rememberChosen(List<String> ids) {
    rememberHabits(habits -> habits.withChosen(ids));
  }

  private void rememberHabits(UnaryOperator<Habits> change) {
    settings.updateSoon(known -> known.withHabits(change.apply(known.habits())));
  }

  // Secrets are hidden again wherever the user goes.
  private void look(Optional<OpenProject> now) {
    revealSecrets(false);
    project.set(now.map(OpenProject::project));
    place.set(now.map(OpenProject::place).orElse(Place.OVERVIEW));
    across(now.isPresent() ? across.get() : Optional.empty());
  }
}
