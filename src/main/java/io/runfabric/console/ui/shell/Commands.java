package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Holding;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.table.ExportFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;

/// Everything the user can do in the window's frame.
public final class Commands {

  private static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true).asObject();

  private final WindowModel window;
  private final Reach reach;
  private final Holding revealing;
  private final ObservableValue<Boolean> projectOpen;
  private final ObservableValue<Boolean> severalOpen;
  private final List<Command> all = new ArrayList<>();
  private final List<Command> exports = new ArrayList<>();
  private final List<Command> errands = new ArrayList<>();
  private final Command open;
  private final Command folder;
  private final Command sample;
  private final Command close;
  private final Command closeOthers;
  private final Command next;
  private final Command previous;
  private final Command refresh;
  private final Command filter;
  private final Command toggleTheme;
  private final Command reveal;
  private final Command readOnly;
  private final Command tasks;
  private final Command palette;
  private final Command quit;
  private final Command largerText;
  private final Command smallerText;
  private final Command normalText;
  private final Map<Across, Command> across = new EnumMap<>(Across.class);
  private final Map<Place.Kind, Command> places = new EnumMap<>(Place.Kind.class);

  public Commands(WindowModel window, Reach reach) {
    this.window = window;
    this.reach = reach;
    this.revealing = new Holding(window::revealSecrets);
    this.projectOpen = window.projectProperty().map(Optional::isPresent);
    this.severalOpen = Bindings.size(window.projects().all()).greaterThan(1).asObject();
    open = add("Open project…", Icons.OPEN, ALWAYS, reach::chooseProject, shortcut(KeyCode.O));
    folder = add("Add a folder…", Icons.FOLDER, ALWAYS, reach::chooseFolder, shifted(KeyCode.N));
    sample = add("Open the sample project", Icons.SAMPLE, ALWAYS, reach::openSample);
    close =
        add(
            "Close project",
            Icons.CLOSE,
            window.shownProperty().map(Optional::isPresent),
            () -> window.projects().active().ifPresent(this::close),
            shortcut(KeyCode.W));
    closeOthers =
        add(
            "Close the other projects",
            Icons.CLOSE,
            severalOpen,
            () -> window.projects().active().ifPresent(this::closeOthers),
            shifted(KeyCode.X));
    next =
        add(
            "Next project",
            Icons.DOWN,
            severalOpen,
            () -> window.projects().away(1).ifPresent(window::show),
            shortcut(KeyCode.PAGE_DOWN));
    previous =
        add(
            "Previous project",
            Icons.UP,
            severalOpen,
            () -> window.projects().away(-1).ifPresent(window::show),
            shortcut(KeyCode.PAGE_UP));
    refresh =
        add(
            "Refresh",
            Icons.REFRESH,
            projectOpen,
            () -> {
              reach.refreshView();
              window.shownProperty().get().ifPresent(ProjectModel::load);
            },
            shortcut(KeyCode.R),
            new KeyCodeCombination(KeyCode.F5));
    filter =
        add("Find in list", Icons.SEARCH, projectOpen, reach::focusFilter, shortcut(KeyCode.F));
    reveal =
        add(
            "Show secrets while held down",
            Icons.REVEAL,
            projectOpen,
            this::howToReveal,
            shifted(KeyCode.E));
    readOnly =
        add("Read-only mode", Icons.READ_ONLY, ALWAYS, this::toggleReadOnly, shifted(KeyCode.R));
    tasks = add("Tasks", Icons.TASKS, ALWAYS, window.taskPanel()::toggle, shortcut(KeyCode.J));
    palette =
        add("Command palette", Icons.PALETTE, ALWAYS, this::togglePalette, shortcut(KeyCode.K));
    for (boolean toFile : new boolean[] {true, false}) {
      for (ExportFormat format : ExportFormat.values()) {
        Export wanted = new Export(format, toFile);
        exports.add(
            add(
                "Export the table: " + wanted.words(),
                Icons.EXPORT,
                reach.exportable(),
                () -> reach.export(wanted),
                exportKeys(wanted)));
      }
    }
    ObservableValue<Boolean> writable =
        Bindings.createBooleanBinding(
                () -> window.shownProperty().get().isPresent() && !window.readOnlyProperty().get(),
                window.shownProperty(),
                window.readOnlyProperty())
            .asObject();
    errand(
        reach, "Back up…", Icons.BACK_UP, writable, KeyCode.B, new Errand.BackUp(Optional.empty()));
    errand(reach, "Restore a backup…", Icons.RESTORE, writable, KeyCode.O, Errand.Restore.ANY);
    errand(reach, "Migrate…", Icons.MIGRATE, writable, KeyCode.M, new Errand.Migrate());
    errand(
        reach, "Re-key a workspace…", Icons.REKEY, writable, KeyCode.W, new Errand.Rekey("", ""));
    largerText =
        add(
            "Larger text",
            Icons.LARGER,
            ALWAYS,
            () -> resize(TextSize::larger),
            shortcut(KeyCode.PLUS),
            shortcut(KeyCode.EQUALS),
            shortcut(KeyCode.ADD));
    smallerText =
        add(
            "Smaller text",
            Icons.SMALLER,
            ALWAYS,
            () -> resize(TextSize::smaller),
            shortcut(KeyCode.MINUS),
            shortcut(KeyCode.SUBTRACT));
    normalText =
        add(
            "Normal text",
            Icons.TEXT,
            ALWAYS,
            () -> resize(_ -> TextSize.NORMAL),
            shortcut(KeyCode.DIGIT0),
            shortcut(KeyCode.NUMPAD0));
    quit = add("Quit", Icons.QUIT, ALWAYS, reach::quit, shortcut(KeyCode.Q));
    toggleTheme = add("Light or dark", Icons.DARK, ALWAYS, reach::toggleTheme, shortcut(KeyCode.L));
    for (Across page : Across.values()) {
      across.put(
          page,
          add(page.title(), page.icon(), projectOpen, () -> window.go(page), shifted(page.key())));
    }
    for (Place.Kind kind : Place.Kind.values()) {
      places.put(
          kind,
          add(
              kind.title(),
              kind.icon(),
              projectOpen,
              () -> window.go(Place.of(kind)),
              shortcut(kind.key())));
    }
  }

  /// Makes the shortcuts work in a scene.
  public void install(Scene scene) {
    for (Command command : all) {
      command.keys().forEach(keys -> scene.getAccelerators().put(keys, command::run));
    }
    reveal.keys().forEach(scene.getAccelerators()::remove);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> revealed(event, scene));
  }

  public Command open() {
    return open;
  }

  /// Opens the projects below a folder.
  public Command folder() {
    return folder;
  }

  public Command sample() {
    return sample;
  }

  public Command close() {
    return close;
  }

  /// Closes all but the active project.
  public Command closeOthers() {
    return closeOthers;
  }

  /// To the project below in the tree.
  public Command next() {
    return next;
  }

  public Command previous() {
    return previous;
  }

  /// Closes a project, as [#close()] does the active one.
  void close(OpenProject open) {
    reach.close(List.of(open));
  }

  void closeOthers(OpenProject kept) {
    reach.close(window.projects().all().stream().filter(open -> !open.equals(kept)).toList());
  }

  public Command refresh() {
    return refresh;
  }

  public Command filter() {
    return filter;
  }

  public Command toggleTheme() {
    return toggleTheme;
  }

  public Command reveal() {
    return reveal;
  }

  public Command readOnly() {
    return readOnly;
  }

  public Command tasks() {
    return tasks;
  }

  public Command palette() {
    return palette;
  }

  /// One per format, to a file and to the clipboard.
  public List<Command> exports() {
    return Collections.unmodifiableList(exports);
  }

  /// What takes several pages.
  public List<Command> errands() {
    return Collections.unmodifiableList(errands);
  }

  public Command largerText() {
    return largerText;
  }

  public Command smallerText() {
    return smallerText;
  }

  public Command normalText() {
    return normalText;
  }

  /// Every one, in the order in which they are offered.
  List<Command> all() {
    return Collections.unmodifiableList(all);
  }

  public Command quit() {
    return quit;
  }

  /// One per page, in the order of the sidebar.
  public Map<Place.Kind, Command> places() {
    return Collections.unmodifiableMap(places);
  }

  /// One per page about all projects.
  public Map<Across, Command> across() {
    return Collections.unmodifiableMap(across);
  }

  // A menu cannot be held down.
  private void howToReveal() {
    window.say("Hold " + reveal.keysShown() + ", or an eye, to see secrets");
  }

  private void revealed(KeyEvent event, Scene scene) {
    if (reveal.enabled().getValue() && reveal.keys().stream().anyMatch(keys -> keys.match(event))) {
      revealing.begin(scene);
      event.consume();
    }
  }

  private void togglePalette() {
    if (window.palette().openProperty().get()) {
      window.palette().close();
    } else {
      window.palette().open(new PaletteChoices(window, this, reach.offeredOnPage()).now());
    }
  }

  private static KeyCombination[] exportKeys(Export wanted) {
    return wanted.equals(new Export(ExportFormat.CSV, /* toFile= */ true))
        ? new KeyCombination[] {shifted(KeyCode.S)}
        : new KeyCombination[0];
  }

  private void resize(UnaryOperator<TextSize> how) {
    window.textSizeProperty().set(how.apply(window.textSizeProperty().get()));
  }

  private void toggleReadOnly() {
    window.readOnlyProperty().set(!window.readOnlyProperty().get());
  }

  private void errand(
      Reach reach,
      String title,
      Ikon icon,
      ObservableValue<Boolean> enabled,
      KeyCode key,
      Errand errand) {
    errands.add(add(title, icon, enabled, () -> reach.start(errand), shifted(key)));
  }

  private Command add(
      String title,
      Ikon icon,
      ObservableValue<Boolean> enabled,
      Runnable action,
      KeyCombination... keys) {
    Command command = new Command(title, icon, List.of(keys), enabled, action);
    all.add(command);
    return command;
  }

  private static KeyCombination shifted(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  private static KeyCombination shortcut(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
