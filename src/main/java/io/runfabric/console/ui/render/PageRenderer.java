package io.runfabric.console.ui.render;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.app.ConsoleWindow;
import io.runfabric.console.ui.app.Toolkit;
import io.runfabric.console.ui.shell.Across;
import io.runfabric.console.ui.shell.Desk;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.SettingsFile;
import io.runfabric.console.ui.shell.ThemeChoice;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.task.Tasks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Takes a picture of every page, light and dark. Runs beside the FX thread and waits for what the
/// model says, never for time to pass.
public final class PageRenderer {

  private static final long LONGEST_LOAD_SECONDS = 120;
  private static final int PULSES_TO_SETTLE = 3;
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double SMALL_WIDTH = 1024;
  private static final double SMALL_HEIGHT = 700;

  private final Path output;
  private final PrintStream log;
  private final WindowModel model;
  private final Stage stage;
  private final ConsoleWindow window;
  private final Posing posing;

  private PageRenderer(
      Path output, PrintStream log, WindowModel model, Stage stage, ConsoleWindow window) {
    this.window = window;
    this.output = output;
    this.log = log;
    this.model = model;
    this.stage = stage;
    this.posing = new Posing(model.tasks());
  }

  /// Renders every page to PNG files without opening a window, and ends the toolkit.
  ///
  /// @param output the folder of the pictures; created when absent
  /// @param log is told of each file
  /// @return the exit code: 0, or 1 when the pictures could not be made
  public static int renderAndExit(
      Path output, ProjectRequest request, BackendOptions options, PrintStream log) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    try {
      Toolkit.start();
      // One window closes before the next opens.
      Platform.setImplicitExit(false);
      render(output, request, options, log);
      return 0;
    } catch (IOException e) {
      log.println("cannot write the pictures: " + e.getMessage());
      return 1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      Platform.exit();
    }
  }

  /// Opens a project in a window that nobody sees, goes to each of its pages, and ends the toolkit.
  ///
  /// @param scratch an empty folder
  public static void visitAndExit(Path scratch, ProjectRequest request, BackendOptions options)
      throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Toolkit.start();
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
      SettingsFile settings = new SettingsFile(scratch.resolve("window.json"), workers);
      PageRenderer window = window(scratch, options, nowhere, settings, workers, scratch);
      window.open(request);
      for (Place.Kind kind : Place.Kind.values()) {
        window.change(() -> window.model.go(Place.of(kind)));
        window.change(window::selectFirstRow);
        Toolkit.onScreen(() -> window.stage.getScene().snapshot(null));
      }
      window.close();
    } finally {
      Platform.exit();
    }
  }

  /// Renders the project's pages and the window's own. The toolkit must run.
  ///
  /// @param log is told of each file
  public static void render(
      Path output, ProjectRequest request, BackendOptions options, PrintStream log)
      throws IOException, InterruptedException {
    Files.createDirectories(output);
    Path scratch = Files.createTempDirectory("runfabric-console-render");
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Scenery scenery = new Scenery(scratch);
      SettingsFile settings =
          new SettingsFile(scratch.resolve("settings").resolve("window.json"), workers);
      PageRenderer one = window(output, options, log, settings, workers, scratch);
      one.renderAll(request, options, scenery);
      one.close();
      // As the last window might have left it.
      Desk desk = scenery.desk(request);
      settings.update(known -> known.withDesk(desk));
      PageRenderer several = window(output, options, log, settings, workers, scratch);
      several.picturesOfSeveral(scenery);
      several.close();
    } finally {
      deleteAll(scratch);
    }
  }

  private static PageRenderer window(
      Path output,
      BackendOptions options,
      PrintStream log,
      SettingsFile settings,
      ExecutorService workers,
      Path scratch)
      throws InterruptedException {
    return Toolkit.onScreen(() -> {
      WindowModel model =
          new WindowModel(
              new Tasks(workers, Platform::runLater, options.clock()),
              options,
              settings,
              ProjectRequest::of,
              scratch.resolve("state"));
      Stage stage = new Stage();
      ConsoleWindow window = new ConsoleWindow(stage, model, scratch.resolve("sample"));
      window.show();
      return new PageRenderer(output, log, model, stage, window);
    });
  }

  private void close() throws InterruptedException {
    Toolkit.onScreen(() -> {
      stage.close();
      return true;
    });
  }

  private void renderAll(ProjectRequest request, BackendOptions options, Scenery scenery)
      throws IOException, InterruptedException {
    open(request);
    for (Place.Kind kind : Place.Kind.values()) {
      change(() -> model.go(Place.of(kind)));
      picture(kind.name().toLowerCase(Locale.ROOT));
      if (kind == Place.Kind.OVERVIEW) {
        picturesOfTheOverview();
      }
    }
    for (Place.Kind kind : Place.Kind.values()) {
      change(() -> model.go(Place.of(kind)));
      if (Toolkit.onScreen(this::selectFirstRow)) {
        settle();
        picture(kind.name().toLowerCase(Locale.ROOT) + "-detail");
      }
    }
    picturesOfDrift();
    picturesOfTheFrame();
    picturesOfWizards(scenery, request);
    open(scenery.changedProject(request, options));
    picturesOfHistory();
    open(scenery.emptyProject(request));
    picture("empty");
    open(scenery.brokenProject(request));
    picture("error");
    change(() -> List.copyOf(model.projects().all()).forEach(model::close));
    picture("welcome");
  }

  /// Smaller, and what is further down the page.
  private void picturesOfTheOverview() throws IOException, InterruptedException {
    change(() -> resize(stage, SMALL_WIDTH, SMALL_HEIGHT));
    picture("overview-small");
    change(() -> resize(stage, WIDTH, HEIGHT));
    change(() -> scrollTo(".chart-columns"));
    inBothSizes("overview-charts");
  }

  private void scrollTo(String query) {
    Node wanted = stage.getScene().lookup(query);
    if (wanted != null && stage.getScene().lookup(".page-scroll") instanceof ScrollPane scroll) {
      Bounds inPage =
          scroll.getContent().sceneToLocal(wanted.localToScene(wanted.getBoundsInLocal()));
      double hidden =
          scroll.getContent().getBoundsInLocal().getHeight()
              - scroll.getViewportBounds().getHeight();
      scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, inPage.getMinY() / hidden));
    }
  }

  /// A window with several projects, one of them loaded when somebody looks at it.
  private void picturesOfSeveral(Scenery scenery) throws IOException, InterruptedException {
    change(() -> resize(stage, WIDTH, HEIGHT));
    change(() -> model.begin(Optional.empty()));
    inBothSizes("tree");
    change(() -> model.go(Across.PROJECTS));
    inBothSizes("all-projects");
    change(() -> model.go(Across.SEARCH));
    TextField field = Toolkit.onScreen(() -> (TextField) stage.getScene().lookup(".search-field"));
    change(() -> field.setText("api"));
    inBothSizes("search");
    change(() -> field.setText("nothing has this"));
    picture("search-nothing");
    change(() -> model.folders().search(scenery.folder()));
    pictureOfDialog("found");
  }

  private void pictureOfDialog(String name) throws IOException, InterruptedException {
    for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      change(() -> model.themeProperty().set(choice));
      Image image =
          Toolkit.onScreen(() ->
              Window.getWindows().stream()
                  .filter(window -> window instanceof Stage && !window.equals(stage))
                  .findFirst()
                  .orElseThrow()
                  .getScene()
                  .snapshot(null));
      save(image, name, choice);
    }
    change(() ->
        List.copyOf(Window.getWindows()).stream()
            .filter(window -> window instanceof Stage && !window.equals(stage))
            .forEach(Window::hide));
  }

  /// What lies over any page, in the size the window opens with and in a small one.
  private void picturesOfDrift() throws IOException, InterruptedException {
    change(() -> model.go(Place.DRIFT));
    DriftPosing drift = new DriftPosing(stage.getScene());
    change(drift::stayOffline);
    change(drift::compare);
    inBothSizes("drift-found");
    change(drift::compare);
    change(this::selectFirstRow);
    inBothSizes("drift-found-detail");
  }

  private void picturesOfTheFrame() throws IOException, InterruptedException {
    change(() -> model.go(Place.RECEIPTS));
    change(() -> model.readOnlyProperty().set(true));
    inBothSizes("read-only");
    change(() -> model.readOnlyProperty().set(false));
    change(this::openPalette);
    inBothSizes("palette");
    change(() -> model.palette().queryProperty().set("re prod"));
    inBothSizes("palette-found");
    change(model.palette()::close);
    change(posing::fail);
    inBothSizes("notification");
    change(posing::start);
    change(model.taskPanel()::list);
    inBothSizes("tasks");
    change(() -> model.taskPanel().show(model.tasks().ended().getFirst()));
    inBothSizes("task-failed");
    change(model.taskPanel()::close);
    change(posing::end);
  }

  // On a project of their own: wizards write.
  private void picturesOfWizards(Scenery scenery, ProjectRequest like)
      throws IOException, InterruptedException {
    open(scenery.writableProject(like));
    change(() -> model.go(Place.BACKUPS));
    picture("backups-empty");
    WizardPosing wizard = new WizardPosing(window);
    change(() -> wizard.begin(new Errand.BackUp(Optional.empty())));
    dialogPicture("wizard-backup-choose");
    change(wizard::next);
    dialogPicture("wizard-backup-options");
    change(wizard::tickPartial);
    change(wizard::next);
    dialogPicture("wizard-backup-plan");
    change(wizard::next);
    dialogPicture("wizard-backup-confirm");
    change(wizard::agree);
    dialogPicture("wizard-backup-result");
    change(wizard::close);
    scenery.damage();
    change(() -> wizard.begin(Errand.Restore.ANY));
    change(wizard::chooseFirstBackup);
    dialogPicture("wizard-restore-choose");
    change(wizard::next);
    dialogPicture("wizard-restore-options");
    change(wizard::next);
    dialogPicture("wizard-restore-plan");
    change(wizard::next);
    dialogPicture("wizard-restore-confirm");
    change(() -> wizard.type("prod"));
    change(wizard::agree);
    dialogPicture("wizard-restore-result");
    change(wizard::close);
    change(() -> wizard.begin(new Errand.Migrate()));
    change(() -> wizard.choose("to-kind", "sqlite"));
    dialogPicture("wizard-migrate-choose");
    change(wizard::next);
    change(wizard::tickCutover);
    dialogPicture("wizard-migrate-options");
    change(wizard::next);
    dialogPicture("wizard-migrate-plan");
    change(wizard::close);
    change(() -> model.go(Place.BACKUPS));
    picture("backups");
  }

  private void dialogPicture(String name) throws IOException, InterruptedException {
    for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      change(() -> model.themeProperty().set(choice));
      Image image = Toolkit.onScreen(() -> WizardPosing.dialog().getScene().snapshot(null));
      save(image, name, choice);
    }
  }

  /// What a receipt was, that beside what it is, and the question whether to go back.
  private void picturesOfHistory() throws IOException, InterruptedException {
    HistoryPosing history = new HistoryPosing(stage);
    change(() -> model.go(Place.RECEIPTS));
    change(this::selectFirstRow);
    change(history::choose);
    inBothSizes("history");
    change(() -> history.press("Compare"));
    dialogInBothSizes("compare");
    change(history::asText);
    dialogInBothSizes("compare-text");
    change(history::close);
    change(() -> history.press("Restore…"));
    dialogInBothSizes("restore-version");
    change(history::close);
  }

  private void dialogInBothSizes(String name) throws IOException, InterruptedException {
    dialogPicture(name);
    Window dialog = Toolkit.onScreen(() -> WizardPosing.dialog().getScene().getWindow());
    double width = Toolkit.onScreen(dialog::getWidth);
    double height = Toolkit.onScreen(dialog::getHeight);
    change(() -> resize(dialog, Math.min(width, SMALL_WIDTH), Math.min(height, SMALL_HEIGHT)));
    dialogPicture(name + "-small");
    change(() -> resize(dialog, width, height));
  }

  private void openPalette() {
    Runnable shortcut =
        Objects.requireNonNull(
            stage
                .getScene()
                .getAccelerators()
                .get(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN)));
    shortcut.run();
  }

  private void inBothSizes(String name) throws IOException, InterruptedException {
    picture(name);
    change(() -> resize(stage, SMALL_WIDTH, SMALL_HEIGHT));
    picture(name + "-small");
    change(() -> resize(stage, WIDTH, HEIGHT));
  }

  private static void resize(Window window, double width, double height) {
    window.setWidth(width);
    window.setHeight(height);
  }

  private void open(ProjectRequest request) throws InterruptedException {
    change(() -> model.open(request));
  }

  private void change(Runnable what) throws InterruptedException {
    Toolkit.onScreen(() -> {
      what.run();
      return true;
    });
    settle();
  }

  private boolean selectFirstRow() {
    if (stage.getScene().lookup(".table-view") instanceof TableView<?> table
        && !table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
      return true;
    }
    return false;
  }

  private void picture(String name) throws IOException, InterruptedException {
    for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      change(() -> model.themeProperty().set(choice));
      Image image = Toolkit.onScreen(() -> stage.getScene().snapshot(null));
      save(image, name, choice);
    }
  }

  private void save(Image image, String name, ThemeChoice choice) throws IOException {
    Path file = output.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png");
    Picture.write(image, file);
    log.println(file);
  }

  /// Waits until nothing runs in the background and the result was laid out.
  private void settle() throws InterruptedException {
    CompletableFuture<Void> settled = new CompletableFuture<>();
    Platform.runLater(() -> new Settling(stage.getScene(), settled).start());
    try {
      settled.get(LONGEST_LOAD_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(
          "the page did not come to rest in " + LONGEST_LOAD_SECONDS + " s", e);
    }
  }

  /// Counts the pulses in which nothing was running.
  private final class Settling implements Runnable {

    private final Scene scene;
    private final CompletableFuture<Void> settled;
    private int quietPulses;

    Settling(Scene scene, CompletableFuture<Void> settled) {
      this.scene = scene;
      this.settled = settled;
    }

    void start() {
      scene.addPostLayoutPulseListener(this);
      Platform.requestNextPulse();
    }

    @Override
    public void run() {
      quietPulses = posing.still() ? quietPulses + 1 : 0;
      if (quietPulses < PULSES_TO_SETTLE) {
        Platform.requestNextPulse();
      } else {
        scene.removePostLayoutPulseListener(this);
        settled.complete(null);
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
