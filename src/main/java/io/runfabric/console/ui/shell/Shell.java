package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Stages;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.palette.PalettePane;
import io.runfabric.console.ui.shell.tasks.TasksPanel;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame of the window, around whatever view the place asks for.
public final class Shell extends StackPane {

  private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

  private final WindowModel window;
  private final ContentPane content;
  private final StatusBar status;
  private final Sidebar sidebar;
  private final TasksPanel tasks;
  private final BorderPane frame = new BorderPane();
  private final VBox dropHint = new VBox(12);
  private final Attention attention;
  private final Ticker ticker = new Ticker(this::tick);
  private final ChangeListener<Optional<ProjectSession>> onSession =
      (_, _, now) -> markProduction(now);

  public Shell(
      WindowModel window,
      Commands commands,
      ViewFactory views,
      Desktop desktop,
      Consumer<Errand> errands,
      Optional<Image> logo) {
    this.window = window;
    attention = new Attention(window);
    getStyleClass().add("shell");
    content =
        new ContentPane(
            window,
            views,
            desktop,
            errands,
            () -> new WelcomePage(window, commands, logo),
            commands.close()::run);
    sidebar = new Sidebar(window, commands);
    status = new StatusBar(window, commands);
    tasks =
        new TasksPanel(
            window.tasks(),
            window.taskPanel(),
            window.clock(),
            text -> {
              desktop.copy(text);
              window.say("Copied the report");
            });
    StackPane middle = new StackPane(content, tasks);
    StackPane.setAlignment(tasks, Pos.CENTER_RIGHT);
    BorderPane main = new BorderPane(middle);
    main.setTop(new TopBar(window, commands));
    frame.setCenter(main);
    frame.setBottom(status);
    dropHint
        .getChildren()
        .addAll(
            Icons.of(Icons.DROP),
            Texts.label("Drop to open this project, or those below this folder", "drop-text"));
    dropHint.setAlignment(Pos.CENTER);
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setVisible(false);
    dropHint.setMouseTransparent(true);
    getChildren().addAll(frame, new Toast(window), new PalettePane(window.palette()), dropHint);
    setOnDragOver(this::over);
    setOnDragExited(_ -> dropHint.setVisible(false));
    setOnDragDropped(this::dropped);
    window.shownProperty().addListener((_, before, now) -> follow(before, now));
    window
        .projectProperty()
        .addListener((_, _, now) -> frame.setLeft(now.isPresent() ? sidebar : null));
    follow(Optional.empty(), window.shownProperty().get());
  }

  /// The window is on screen.
  public void shown() {
    ticker.start();
  }

  /// The window is gone.
  public void hidden() {
    ticker.stop();
  }

  /// What somebody looks at in the window.
  public Attention attention() {
    return attention;
  }

  /// What a view of the open project is given; empty when none is open.
  public Optional<ViewContext> context() {
    return content.context();
  }

  /// The view on screen.
  public ReadOnlyObjectProperty<Optional<View>> currentProperty() {
    return content.currentProperty();
  }

  private void follow(Optional<ProjectModel> before, Optional<ProjectModel> now) {
    before.ifPresent(project -> project.sessionProperty().removeListener(onSession));
    now.ifPresent(project -> project.sessionProperty().addListener(onSession));
    markProduction(now.flatMap(project -> project.sessionProperty().get()));
  }

  private void markProduction(Optional<ProjectSession> session) {
    pseudoClassStateChanged(
        PRODUCTION, session.filter(open -> Stages.production(open.project().stage())).isPresent());
  }

  private void tick() {
    status.tick();
    tasks.tick();
    Instant now = window.clock().instant();
    window.projects().tick(now);
    attention.tick(now);
  }

  private void over(DragEvent event) {
    if (dragged(event).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      dropHint.setVisible(true);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    Optional<Path> path = dragged(event);
    event.setDropCompleted(path.isPresent());
    event.consume();
    dropHint.setVisible(false);
    path.ifPresent(window::open);
  }

  private static Optional<Path> dragged(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    return files == null
        ? Optional.empty()
        : ProjectFiles.firstOf(files.stream().map(File::toPath).toList());
  }
}
