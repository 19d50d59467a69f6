package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Entry;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.task.Failure;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The middle of the window: the view of the place, or why there is none yet. The views of a
/// project are kept as long as it is open, so that it is found again as it was left.
final class ContentPane extends BorderPane {

  /// What there is of one project.
  private static final class Kept {
    private final Map<Place.Kind, View> views = new EnumMap<>(Place.Kind.class);
    private Optional<Place> arrivedAt = Optional.empty();
  }

  private final WindowModel window;
  private final ViewFactory factory;
  private final Desktop desktop;
  private final Supplier<Node> welcome;
  private Optional<Node> welcomed = Optional.empty();
  private final Consumer<Errand> errands;
  private final Runnable close;
  private final Map<OpenProject, Kept> kept = new HashMap<>();
  private final Map<Across, View> acrossViews = new EnumMap<>(Across.class);
  private Optional<Across> across = Optional.empty();
  private final InvalidationListener onState = _ -> show();
  private final ReadOnlyObjectWrapper<Optional<View>> current =
      new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());

  /// @param close closes the active project, after asking where that is needed
  ContentPane(
      WindowModel window,
      ViewFactory factory,
      Desktop desktop,
      Consumer<Errand> errands,
      Supplier<Node> welcome,
      Runnable close) {
    this.window = window;
    this.close = close;
    this.factory = factory;
    this.desktop = desktop;
    this.welcome = welcome;
    this.errands = errands;
    getStyleClass().add("content");
    window.projectProperty().addListener((_, before, now) -> follow(before, now));
    window
        .projects()
        .all()
        .addListener((InvalidationListener) _ -> kept.keySet().retainAll(window.projects().all()));
    window.placeProperty().addListener((InvalidationListener) _ -> arrive());
    window.acrossProperty().addListener((InvalidationListener) _ -> arrive());
    follow(Optional.empty(), window.projectProperty().get());
  }

  /// The view on screen.
  ReadOnlyObjectProperty<Optional<View>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  private void follow(Optional<ProjectModel> before, Optional<ProjectModel> now) {
    leave();
    before.ifPresent(project -> project.stateProperty().removeListener(onState));
    now.ifPresent(project -> project.stateProperty().addListener(onState));
    show();
  }

  private void arrive() {
    boolean there =
        current.get().isPresent()
            && window.acrossProperty().get().equals(across)
            && window.projects().active().filter(open -> !anew(open)).isPresent();
    if (!there) {
      leave();
      show();
    }
  }

  // The same place once more is another arrival: its filter applies anew.
  @SuppressWarnings("ReferenceEquality")
  private boolean anew(OpenProject open) {
    return kept(open).arrivedAt.filter(place -> place == open.place()).isEmpty();
  }

  private Kept kept(OpenProject open) {
    return kept.computeIfAbsent(open, _ -> new Kept());
  }

  private void show() {
    Optional<OpenProject> active = window.projects().active();
    across = window.acrossProperty().get();
    if (active.isEmpty()) {
      put(welcome());
    } else if (across.isPresent()) {
      show(
          acrossViews.computeIfAbsent(across.get(), page -> factory.create(page, acrossContext())));
    } else if (!active.get().place().kind().needsRows()) {
      setTop(null);
      showView(active.get());
    } else {
      show(active.get());
    }
  }

  // Made when it is first shown: whoever opens the window with a project may never see it.
  private Node welcome() {
    Node page = welcomed.orElseGet(welcome);
    welcomed = Optional.of(page);
    return page;
  }

  private Node arriving(ObservableList<Entry> rows) {
    return factory.arriving(rows, window.clock().instant());
  }

  private void show(OpenProject open) {
    ProjectModel project = open.project();
    boolean rows = project.overviewProperty().get().isPresent();
    switch (project.stateProperty().get()) {
      case LoadState.Loading _ when !rows -> put(new LoadingPage(project, this::arriving));
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
                  .withAction("Remove from the list", close));
      case LoadState.Failed(Failure failure) -> {
        showView(open);
        setTop(new FailureBanner(project, failure));
      }
      case LoadState state -> showView(open, state);
    }
  }

  // Rows of a configuration that is no longer the project's would mislead.
  private static boolean needsAnAnswer(Failure failure) {
    return !failure.problems().isEmpty() || !failure.choices().isEmpty();
  }

  private void showView(OpenProject open, LoadState state) {
    showView(open);
    if (state instanceof LoadState.Loaded) {
      setTop(null);
    }
  }

  private void showView(OpenProject open) {
    if (current.get().isPresent()) {
      return;
    }
    Place place = open.place();
    Kept known = kept(open);
    View view =
        known.views.computeIfAbsent(
            place.kind(), kind -> factory.create(kind, context(open, kind)));
    if (anew(open)) {
      place.filter().ifPresent(view::filter);
      place.row().ifPresent(view::select);
      known.arrivedAt = Optional.of(place);
    }
    show(view);
  }

  /// What a view of the active project is given; empty when none is open.
  Optional<ViewContext> context() {
    return window.projects().active().map(open -> context(open, open.place().kind()));
  }

  private void show(View view) {
    if (current.get().isEmpty()) {
      setTop(null);
      setCenter(view.node());
      current.set(Optional.of(view));
      view.shown();
    }
  }

  private AcrossContext acrossContext() {
    return new AcrossContext(
        window.projects(), window.tasks(), window.clock(), window::go, window::say, desktop);
  }

  private ViewContext context(OpenProject open, Place.Kind kind) {
    return new ViewContext(
        open.project(),
        window.tasks(),
        window.clock(),
        window.redactorProperty(),
        place -> window.go(open, place),
        window::say,
        desktop,
        window.writes(),
        window::revealSecrets,
        errands,
        window.memory(open.project(), kind));
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
