package io.runfabric.console.ui.window;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.app.ConsoleWindow;
import io.runfabric.console.ui.app.FileDialogs;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A real window on the headless platform, driven by a robot as a user would. Waits for what the
/// screen says, never for time to pass.
final class OpenWindow {

  private static final int QUERIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 10;

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final FxRobot robot = new FxRobot();
  private final SettingsFile settings;
  private final WindowModel model;
  private final Stage stage;
  private Optional<Path> savesTo = Optional.empty();

  /// @param home where settings and the sample project are kept
  OpenWindow(Path home, Clock clock) throws InterruptedException {
    this(home, clock, ProjectRequest::of);
  }

  /// @param requests what to ask for when a file is opened
  OpenWindow(Path home, Clock clock, Function<Path, ProjectRequest> requests)
      throws InterruptedException {
    Toolkit.start();
    Platform.setImplicitExit(false);
    settings = new SettingsFile(home.resolve("window.json"), workers);
    model =
        new WindowModel(
            new Tasks(workers, Platform::runLater),
            new BackendOptions(
                Optional.empty(), clock, pid -> pid == ProcessHandle.current().pid()),
            settings,
            requests,
            home.resolve("state"));
    stage =
        Toolkit.onScreen(() -> {
          Stage opened = new Stage();
          new ConsoleWindow(opened, model, home.resolve("sample"), new Answers()).show();
          return opened;
        });
  }

  /// What the user answers when asked where to save.
  void savesTo(Path file) {
    savesTo = Optional.of(file);
  }

  // The headless platform has no dialogs for files.
  private final class Answers implements FileDialogs {

    @Override
    public Optional<Path> folder(Optional<Path> folder) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> open(Optional<Path> folder) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> existing(String kind, List<String> extensions) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String name, String kind, String extension) {
      return savesTo;
    }
  }

  WindowModel model() {
    return model;
  }

  FxRobot robot() {
    return robot;
  }

  /// Opens a project and waits until its rows are there.
  OpenWindow open(Path file) throws InterruptedException {
    act(() -> model.open(file));
    until("the project is loaded", () -> !says("Loading") && model.tasks().idle());
    return this;
  }

  OpenWindow go(Place place) throws InterruptedException {
    act(() -> model.go(place));
    until("the page is laid out", () -> tableless(place.kind()) || laidOut());
    return this;
  }

  /// Has something done on the FX thread.
  void act(Runnable what) throws InterruptedException {
    read(() -> {
      what.run();
      return true;
    });
  }

  /// Asks something on the FX thread.
  <T> T read(Supplier<T> what) throws InterruptedException {
    return Toolkit.onScreen(what);
  }

  /// Waits until something holds, asked on the FX thread.
  void until(String what, BooleanSupplier holds) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!read(holds::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "still not: "
                + what
                + "\non screen: "
                + read(this::texts)
                + "\nin dialogs: "
                + read(this::dialog));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  void untilSays(String text) throws InterruptedException {
    until("the window says “" + text + "”", () -> says(text));
  }

  /// Whether a visible text contains this. Call on the FX thread.
  boolean says(String text) {
    return texts().stream().anyMatch(shown -> shown.contains(text));
  }

  /// Whether everything a selector finds is disabled. Call on the FX thread.
  boolean disabled(String selector) {
    Set<Node> found = stage.getScene().getRoot().lookupAll(selector);
    return !found.isEmpty() && found.stream().allMatch(Node::isDisabled);
  }

  /// Waits until a dialog contains this text.
  OpenWindow untilDialogSays(String text) throws InterruptedException {
    until("a dialog says “" + text + "”", () -> dialog().contains(text));
    return this;
  }

  /// What the dialog on screen is made of. Call on the FX thread.
  Parent dialogRoot() {
    return dialogs().findFirst().orElseThrow().getScene().getRoot();
  }

  /// Every text of the dialogs that are open. Call on the FX thread.
  String dialog() {
    List<String> texts = new ArrayList<>();
    dialogs().forEach(other -> collect(other.getScene().getRoot(), texts));
    return String.join("\n", texts);
  }

  /// Waits until no dialog is open.
  OpenWindow untilNoDialog() throws InterruptedException {
    until("no dialog is open", () -> dialogs().findAny().isEmpty());
    return this;
  }

  /// Closes the window as its frame does.
  void askToClose() throws InterruptedException {
    act(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  /// Whether the window is open. Call on the FX thread.
  boolean showing() {
    return stage.isShowing();
  }

  /// Chooses in a box of a dialog. Call on the FX thread.
  void choose(String query, String choice) {
    ComboBox<String> box = robot.lookup(query).queryComboBox();
    box.setValue(choice);
  }

  /// Clicks the button of a dialog that says exactly this.
  OpenWindow clickButton(String text) throws InterruptedException {
    until("there is a button " + text, () -> dialogButton(text).isPresent());
    act(() -> dialogButton(text).orElseThrow().fire());
    return this;
  }

  /// Whether a dialog has a button that says exactly this and can be pressed. Call on the FX
  /// thread.
  boolean offers(String text) {
    return dialogButton(text).isPresent();
  }

  private Optional<Button> dialogButton(String text) {
    return dialogs()
        .flatMap(other -> other.getScene().getRoot().lookupAll(".button").stream())
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()) && !button.isDisabled())
        .findFirst();
  }

  private Stream<Stage> dialogs() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .filter(other -> !other.equals(stage));
  }

  /// Every text on screen. Call on the FX thread.
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(stage.getScene().getRoot(), texts);
    return texts;
  }

  /// Every text on screen, in one.
  String screen() throws InterruptedException {
    return read(() -> String.join("\n", texts()));
  }

  /// The table of the page. Call on the FX thread.
  TableView<?> table() {
    return (TableView<?>) stage.getScene().lookup(".state-table");
  }

  private static boolean tableless(Place.Kind kind) {
    return kind == Place.Kind.OVERVIEW || kind == Place.Kind.HEALTH || kind == Place.Kind.DRIFT;
  }

  // A page has nodes at once, and controls within them after the next pulse.
  private boolean laidOut() {
    Node table = stage.getScene().lookup(".state-table");
    return table != null && table.lookup(".column-header") != null;
  }

  /// What a column shows, from top to bottom.
  List<String> column(String id) throws InterruptedException {
    return read(() -> cells(id));
  }

  /// As [#column(String)], on the FX thread.
  List<String> cells(String id) {
    table().layout();
    return table().lookupAll("#" + id).stream()
        .filter(node -> node.getStyleClass().contains("table-cell") && node.isVisible())
        .map(Labeled.class::cast)
        .filter(cell -> cell.getText() != null)
        .sorted(
            Comparator.comparingDouble(
                cell -> cell.localToScene(cell.getBoundsInLocal()).getMinY()))
        .map(Labeled::getText)
        .toList();
  }

  /// Clicks what a query finds: a text on screen, or `#id`; waits until it is there.
  OpenWindow click(String query) throws InterruptedException {
    until(
        "there is " + query + " to click",
        () -> robot.lookup(query).queryAll().stream().anyMatch(OpenWindow::hasPlace));
    WaitForAsyncUtils.waitForFxEvents();
    for (int attempt = 1; ; attempt++) {
      try {
        robot.clickOn(query);
        return this;
      } catch (RuntimeException e) {
        // The query walks through the scene on this thread; what is shown may change meanwhile.
        boolean changed =
            e instanceof IndexOutOfBoundsException
                || e.getCause() instanceof IndexOutOfBoundsException;
        if (!changed || attempt == QUERIES) {
          throw e;
        }
      }
    }
  }

  private static boolean hasPlace(Node node) {
    return node.isVisible() && node.getBoundsInLocal().getWidth() > 0;
  }

  /// Presses the button with this accessible text. Call on the FX thread.
  void press(String accessibleText) {
    named(stage, accessibleText).findFirst().orElseThrow().fire();
  }

  /// As [#press], in a dialog, as soon as it is there.
  OpenWindow pressInDialog(String accessibleText) throws InterruptedException {
    until(
        "a dialog has “" + accessibleText + "”",
        () -> dialogs().anyMatch(other -> named(other, accessibleText).findAny().isPresent()));
    act(() ->
        dialogs().flatMap(other -> named(other, accessibleText)).findFirst().orElseThrow().fire());
    return this;
  }

  private static Stream<Button> named(Stage where, String accessibleText) {
    return where.getScene().getRoot().lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> accessibleText.equals(button.getAccessibleText()));
  }

  /// Clicks a column's header. Not by robot: on the headless platform its clicks claim to ask for a
  /// context menu, which headers take at their word.
  void clickHeader(String id) throws InterruptedException {
    act(() -> {
      Node header =
          table().lookupAll("#" + id).stream()
              .filter(node -> node.getStyleClass().contains("column-header"))
              .findFirst()
              .orElseThrow();
      for (EventType<MouseEvent> type :
          List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
        header.fireEvent(primary(type));
      }
    });
  }

  private static MouseEvent primary(EventType<MouseEvent> type) {
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    boolean none = false;
    return new MouseEvent(
        type,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        none,
        none,
        none,
        none,
        down,
        none,
        none,
        none,
        none,
        true,
        null);
  }

  String clipboard() throws InterruptedException {
    return read(() -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
  }

  void close() throws InterruptedException {
    act(() -> {
      dialogs().toList().forEach(Stage::close);
      stage.close();
    });
    until("background work has ended", model.tasks()::idle);
    // As the program does at its end.
    settings.write();
    workers.close();
  }

  private static void collect(Node node, List<String> texts) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      texts.add(labeled.getText());
    } else if (node instanceof Text text) {
      texts.add(text.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }
}
