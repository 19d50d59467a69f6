package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.LiveUpdates;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.project.StaleWatch;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the window shows, without nodes: the open project, the place in it, what may be seen, and
/// what is remembered. Everything happens on the FX thread.
public final class WindowModel {

  private final Tasks tasks;
  private final BackendOptions options;
  private final SettingsFile settings;
  private final Function<Path, ProjectRequest> requests;
  private final Writes writes;
  private final ReadOnlyObjectWrapper<Optional<ProjectModel>> project =
      new ReadOnlyObjectWrapper<>(this, "project", Optional.empty());
  private final ReadOnlyObjectWrapper<Place> place =
      new ReadOnlyObjectWrapper<>(this, "place", Place.OVERVIEW);
  private final ReadOnlyObjectWrapper<Redactor> redactor =
      new ReadOnlyObjectWrapper<>(this, "redactor", Redactor.masking());
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
  private final ObjectProperty<ThemeChoice> theme;
  private final ObjectProperty<TextSize> textSize;
  private final ObservableList<Recent> recents = FXCollections.observableArrayList();
  private final ObservableList<Recent> recentsView =
      FXCollections.unmodifiableObservableList(recents);
  private final TaskPanelModel taskPanel = new TaskPanelModel();
  private final PaletteModel palette;
  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
  private Optional<LiveUpdates> liveUpdates = Optional.empty();

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
    this.requests = requests;
    this.writes = new Writes(tasks, state, options.clock(), this::say, this::alarm);
    this.theme = new SimpleObjectProperty<>(this, "theme", settings.get().theme());
    this.textSize = new SimpleObjectProperty<>(this, "textSize", settings.get().textSize());
    recents.setAll(settings.get().recents());
    palette = new PaletteModel(tasks, settings.get().habits().chosen(), this::rememberChosen);
    theme.addListener((_, _, chosen) -> remember(known -> known.withTheme(chosen)));
    textSize.addListener((_, _, chosen) -> remember(known -> known.withTextSize(chosen)));
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

  /// The open project.
  public ReadOnlyObjectProperty<Optional<ProjectModel>> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /// Where in the project the user is.
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
    return recentsView;
  }

  /// Opens the project a file or folder stands for; says so when it stands for none.
  public void open(Path path) {
    ProjectFiles.meantBy(path)
        .ifPresentOrElse(
            file -> open(requests.apply(file)),
            () -> say("There is no " + ProjectFiles.NAME + " at " + Homely.path(path)));
  }

  /// Opens a project in place of the open one.
  public void open(ProjectRequest request) {
    close();
    ProjectModel opened = new ProjectModel(tasks, request, options);
    remember(known -> known.withRecent(new Recent(opened.file(), nameOf(opened, known))));
    opened
        .sessionProperty()
        .addListener((_, _, session) -> session.ifPresent(open -> named(opened, open)));
    StaleWatch.of(opened.locks(), this::alarm);
    liveUpdates = Optional.of(LiveUpdates.of(opened));
    place.set(Place.OVERVIEW);
    project.set(Optional.of(opened));
    opened.load();
  }

  /// Closes the open project, if there is one. Secrets are hidden again.
  public void close() {
    revealSecrets(false);
    liveUpdates.ifPresent(LiveUpdates::close);
    liveUpdates = Optional.empty();
    Optional<ProjectModel> closing = project.get();
    project.set(Optional.empty());
    closing.ifPresent(ProjectModel::close);
  }

  public void forget(Recent recent) {
    remember(known -> known.without(recent.file()));
  }

  /// Goes to a place in the open project.
  public void go(Place there) {
    // Set even when it is the place already: its filter applies anew.
    place.set(new Place(there.kind(), there.filter(), there.row()));
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

  private void named(ProjectModel opened, ProjectSession session) {
    remember(known -> known.withRecent(new Recent(opened.file(), session.project().service())));
  }

  private static String nameOf(ProjectModel opened, Settings known) {
    return known.recents().stream()
        .filter(recent -> recent.file().equals(opened.file()))
        .map(Recent::name)
        .findFirst()
        .orElse(opened.folderName());
  }

  private void rememberChosen(List<String> ids) {
    rememberHabits(habits -> habits.withChosen(ids));
  }

  private void rememberHabits(UnaryOperator<Habits> change) {
    settings.updateSoon(known -> known.withHabits(change.apply(known.habits())));
  }

  private void remember(UnaryOperator<Settings> change) {
    settings.update(change);
    if (!recents.equals(settings.get().recents())) {
      recents.setAll(settings.get().recents());
    }
  }
}
