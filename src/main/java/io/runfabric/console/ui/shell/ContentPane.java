package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.task.Failure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The middle of the window: the view of the place, or why there is none yet.
final class ContentPane extends BorderPane {

  private final WindowModel window;
  private final ViewFactory factory;
  private final Desktop desktop;
  private final Supplier<Node> welcome;
  private final Consumer<Errand> errands;
  private final Map<Place.Kind, View> views = new EnumMap<>(Place.Kind.class);
  private final InvalidationListener onState = _ -> show();
  private final ReadOnlyObjectWrapper<Optional<View>> current =
      new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());

  ContentPane(
      WindowModel window,
      ViewFactory factory,
      Desktop desktop,
      Consumer<Errand> errands,
      Supplier<Node> welcome) {
    this.window = window;
    this.factory = factory;
    this.desktop = desktop;
    this.welcome = welcome;
    this.errands = errands;
    getStyleClass().add("content");
    window.projectProperty().addListener((_, before, now) -> follow(before, now));
    window.placeProperty().addListener((InvalidationListener) _ -> arrive());
    follow(Optional.empty(), window.projectProperty().get());
  }

  /// The view on screen.
  ReadOnlyObjectProperty<Optional<View>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  private void follow(Optional<ProjectModel> before, Optional<ProjectModel> now) {
    leave();
    views.clear();
    before.ifPresent(project -> project.stateProperty().removeListener(onState));
    now.ifPresent(project -> project.stateProperty().addListener(onState));
    show();
  }

  private void arrive() {
    leave();
    show();
  }

  private void show() {
    Optional<ProjectModel> project = window.projectProperty().get();
    if (project.isEmpty()) {
      put(welcome.get());
    } else if (!window.placeProperty().get().kind().needsRows()) {
      setTop(null);
      showView(project.get());
    } else {
      show(project.get());
    }
  }

  private void show(ProjectModel project) {
    boolean rows = project.overviewProperty().get().isPresent();
    switch (project.stateProperty().get()) {
      case LoadState.Loading _ when !rows -> put(new LoadingPage(project));
      case LoadState.Cancelled _ when !rows ->
          put(
              new EmptyState(
                      Icons.STOPPED,
                      "Loading was stopped",
                      "Nothing of this project has been read yet.")
                  .withAction("Load", project::load));
      case LoadState.Failed(Failure failure) when !rows || needsAnAnswer(failure) ->
          put(
              new ErrorPane(failure, project::load, project::chooseWorkspace)
                  .withAction("Check health", () -> window.go(Place.HEALTH))
                  .withAction("Close project", window::close));
      case LoadState.Failed(Failure failure) -> {
        showView(project);
        setTop(new FailureBanner(project, failure));
      }
      case LoadState state -> showView(project, state);
    }
  }

  // Rows of a configuration that is no longer the project's would mislead.
  private static boolean needsAnAnswer(Failure failure) {
    return !failure.problems().isEmpty() || !failure.choices().isEmpty();
  }

  private void showView(ProjectModel project, LoadState state) {
    showView(project);
    if (state instanceof LoadState.Loaded) {
      setTop(null);
    }
  }

  private void showView(ProjectModel project) {
    if (current.get().isPresent()) {
      return;
    }
    Place place = window.placeProperty().get();
    View view =
        views.computeIfAbsent(place.kind(), kind -> factory.create(kind, context(project, kind)));
    place.filter().ifPresent(view::filter);
    place.row().ifPresent(view::select);
    setTop(null);
    setCenter(view.node());
    current.set(Optional.of(view));
    view.shown();
  }

  /// What a view of the open project is given; empty when none is open.
  Optional<ViewContext> context() {
    return window
        .projectProperty()
        .get()
        .map(project -> context(project, window.placeProperty().get().kind()));
  }

  private ViewContext context(ProjectModel project, Place.Kind kind) {
    return new ViewContext(
        project,
        window.tasks(),
        window.clock(),
        window.redactorProperty(),
        window::go,
        window::say,
        desktop,
        window.writes(),
        window::revealSecrets,
        errands,
        window.memory(project, kind));
  }

  private void put(Node page) {
    leave();
    setTop(null);
    setCenter(page);
  }

  private void leave() {
    current.get().ifPresent(View::hidden);
    current.set(Optional.empty());
  }
}
