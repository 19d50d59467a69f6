package io.runfabric.console.ui.app;

import io.runfabric.console.sample.SampleProject;
import io.runfabric.console.ui.shell.Attention;
import io.runfabric.console.ui.shell.Commands;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.PageAction;
import io.runfabric.console.ui.shell.Reach;
import io.runfabric.console.ui.shell.Shell;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.WindowModel;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.RunningTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// One window on one model.
public final class ConsoleWindow implements Reach {

  private static final String PROGRAM = "RunFabric Console";
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 1024;
  private static final double LEAST_HEIGHT = 640;

  private final Stage stage;
  private final WindowModel window;
  private final Path sampleFolder;
  private final Shell shell;
  private final Appearance appearance;
  private final FileDialogs dialogs;
  private final SystemDesktop desktop;
  private final Leaving leaving;
  private final Closing closing;
  private final Framing framing;
  private final BooleanProperty exportable = new SimpleBooleanProperty(this, "exportable", false);

  /// Fills a stage that is not shown yet. Call on the FX thread.
  ///
  /// @param sampleFolder where the sample project is written when it is asked for
  public ConsoleWindow(Stage stage, WindowModel window, Path sampleFolder) {
    this(stage, window, sampleFolder, FileDialogs.ofTheSystem(stage));
  }

  /// @param dialogs asks for files
  public ConsoleWindow(Stage stage, WindowModel window, Path sampleFolder, FileDialogs dialogs) {
    this.dialogs = dialogs;
    this.stage = stage;
    this.window = window;
    this.sampleFolder = sampleFolder;
    BundledFonts.load();
    var _ = Appearance.setTheme(window);
    Commands commands = new Commands(window, this);
    desktop = new SystemDesktop(window, dialogs);
    shell = new Shell(window, commands, new Views(), desktop, this::start, WindowIcons.logo());
    exportable.bind(shell.currentProperty().map(page -> page.filter(View::exports).isPresent()));
    window
        .noticeProperty()
        .addListener((_, _, now) ->
            now.filter(WindowModel.Notice::urgent)
                .filter(_ -> !stage.isFocused())
                .ifPresent(notice -> desktop.alert(notice.text())));
    Scene scene = new Scene(shell, WIDTH, HEIGHT);
    appearance = new Appearance(window, scene);
    commands.install(scene);
    stage.setScene(scene);
    attend(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.getIcons().addAll(WindowIcons.all());
    stage.titleProperty().bind(window.projects().activeProperty().flatMap(ConsoleWindow::title));
    closing = new Closing(stage, window);
    framing = new Framing(stage, window);
    window
        .folders()
        .foundProperty()
        .addListener(
            (_, _, now) -> now.ifPresent(found -> new FoundDialog(stage, found, window).show()));
    leaving = new Leaving(stage, window.writes().holds(), this::finish);
    stage.setOnCloseRequest(event -> {
      event.consume();
      leaving.leave();
    });
    stage.setOnHidden(_ -> closed());
  }

  private void attend(Scene scene) {
    Attention attention = shell.attention();
    attention.onScreenProperty().bind(stage.showingProperty().and(stage.iconifiedProperty().not()));
    stage
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            attention.returned();
          }
        });
    scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> attention.acted());
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> attention.acted());
    scene.addEventFilter(ScrollEvent.SCROLL, _ -> attention.acted());
  }

  public void show() {
    framing.restore();
    stage.show();
    shell.shown();
    // Otherwise the first control of the top bar would be ringed as if somebody had gone there.
    shell.requestFocus();
  }

  @Override
  public void chooseProject() {
    Optional<Path> folder =
        window.projectProperty().get().map(open -> open.file().resolveSibling(""));
    dialogs.open(folder).ifPresent(window::open);
  }

  @Override
  public void chooseFolder() {
    Optional<Path> folder =
        window.projectProperty().get().map(open -> open.file().resolveSibling("../"));
    dialogs.folder(folder.map(Path::normalize)).ifPresent(window.folders()::search);
  }

  @Override
  public void openSample() {
    window
        .tasks()
        .start(
            Job.reading(
                    "Writing the sample project",
                    (_, _) -> SampleProject.write(sampleFolder, window.clock()),
                    window::open)
                .again(this::openSample));
  }

  @Override
  public void close(List<OpenProject> projects) {
    closing.close(projects);
  }

  @Override
  public void refreshView() {
    shell.currentProperty().get().ifPresent(View::refreshRequested);
  }

  @Override
  public void focusFilter() {
    shell.currentProperty().get().ifPresent(View::focusFilter);
  }

  @Override
  public ObservableValue<Boolean> exportable() {
    return exportable;
  }

  @Override
  public void export(Export wanted) {
    shell.currentProperty().get().ifPresent(page -> page.export(wanted));
  }

  @Override
  public void start(Errand errand) {
    if (window.readOnlyProperty().get()) {
      window.say("Read-only mode is on; nothing was begun");
      return;
    }
    shell.context().ifPresent(context -> Errands.begin(errand, stage, context));
  }

  @Override
  public List<PageAction> offeredOnPage() {
    return shell.currentProperty().get().map(View::offered).orElse(List.of());
  }

  @Override
  public void toggleTheme() {
    appearance.toggle();
  }

  @Override
  public void quit() {
    leaving.leave();
  }

  private void finish() {
    List<RunningTask> writing = window.tasks().writing();
    if (writing.isEmpty()) {
      stage.close();
    } else {
      new QuitDialog(stage, QuitDialog.Leaves.WINDOW, writing, this::stopAndQuit).show();
    }
  }

  // Locks are given back by the work itself, so that it has to come to its end.
  private void stopAndQuit() {
    window.tasks().writing().forEach(RunningTask::cancel);
    window.taskPanel().list();
    window.tasks().running().addListener((InvalidationListener) _ -> quitOnceNothingIsWritten());
    quitOnceNothingIsWritten();
  }

  private void quitOnceNothingIsWritten() {
    if (window.tasks().writing().isEmpty()) {
      stage.close();
    }
  }

  private static ObservableValue<String> title(Optional<OpenProject> active) {
    return active
        .<ObservableValue<String>>map(
            open -> open.nameProperty().map(name -> name + " — " + PROGRAM))
        .orElseGet(() -> new SimpleStringProperty(PROGRAM));
  }

  private void closed() {
    framing.remember();
    shell.hidden();
    appearance.close();
    window.writes().holds().giveBack();
    desktop.close();
    window.end();
    window.tasks().cancelAll();
  }
}
