package io.runfabric.console.ui.shell;

import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The left of the window: the project, its pages, and the projects opened before.
final class Sidebar extends VBox {

  private static final int RECENTS_SHOWN = 4;

  private final WindowModel window;
  private final ProjectSwitcher switcher;
  private final Map<Place.Kind, NavigationItem> items = new EnumMap<>(Place.Kind.class);
  private final VBox recents = new VBox(2);
  private final Label recentsTitle = Texts.label("Recent", "sidebar-heading");
  private final ChangeListener<Optional<ProjectSession>> onSession = (_, _, _) -> showProject();
  private final ChangeListener<Optional<Overview>> onOverview = (_, _, now) -> showCounts(now);

  Sidebar(WindowModel window, Commands commands) {
    this.window = window;
    this.switcher = new ProjectSwitcher(window, commands);
    getStyleClass().add("sidebar");
    VBox navigation = new VBox(2);
    navigation.getStyleClass().add("navigation");
    commands
        .places()
        .forEach((kind, command) -> {
          NavigationItem item = new NavigationItem(command);
          items.put(kind, item);
          navigation.getChildren().add(item.node());
        });
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    recents.getStyleClass().add("recents");
    getChildren().addAll(switcher, navigation, space, recentsTitle, recents);

    window.projectProperty().addListener((_, before, now) -> follow(before, now));
    window.placeProperty().addListener((_, _, _) -> markCurrent());
    window.recents().addListener((InvalidationListener) _ -> showRecents());
    follow(Optional.empty(), window.projectProperty().get());
    markCurrent();
  }

  private void follow(Optional<ProjectModel> before, Optional<ProjectModel> now) {
    before.ifPresent(project -> {
      project.sessionProperty().removeListener(onSession);
      project.overviewProperty().removeListener(onOverview);
    });
    now.ifPresent(project -> {
      project.sessionProperty().addListener(onSession);
      project.overviewProperty().addListener(onOverview);
    });
    showProject();
    showCounts(now.flatMap(project -> project.overviewProperty().get()));
    showRecents();
  }

  private void showProject() {
    window
        .projectProperty()
        .get()
        .ifPresent(project -> switcher.show(project, project.sessionProperty().get()));
  }

  private void showCounts(Optional<Overview> overview) {
    if (overview.isEmpty()) {
      items.values().forEach(item -> item.show(-1, Tone.NEUTRAL, ""));
      return;
    }
    Overview sums = overview.get();
    item(Place.Kind.OVERVIEW).show(-1, Tone.NEUTRAL, "");
    item(Place.Kind.RECEIPTS)
        .show(
            sums.receipts() + sums.records(),
            sums.unreadable() > 0 ? Tone.DANGER : Tone.NEUTRAL,
            sums.unreadable() > 0 ? sums.unreadable() + " unreadable" : "");
    long badLocks = sums.locksStale() + sums.locksUnreadable();
    item(Place.Kind.LOCKS)
        .show(
            sums.locksHeld() + badLocks,
            badLocks > 0 ? Tone.WARNING : Tone.NEUTRAL,
            badLocks > 0 ? badLocks + " stale or unreadable" : "");
    long journals = window.projectProperty().get().map(open -> open.journals().size()).orElse(0);
    long badJournals = sums.journalsInterrupted() + sums.journalsUnreadable();
    item(Place.Kind.JOURNALS)
        .show(
            journals,
            badJournals > 0 ? Tone.DANGER : Tone.NEUTRAL,
            badJournals > 0 ? badJournals + " interrupted or unreadable" : "");
  }

  private NavigationItem item(Place.Kind kind) {
    NavigationItem item = items.get(kind);
    if (item == null) {
      throw new IllegalStateException("no sidebar item for " + kind);
    }
    return item;
  }

  private void markCurrent() {
    Place.Kind current = window.placeProperty().get().kind();
    items.forEach((kind, item) -> item.current(kind == current));
  }

  private void showRecents() {
    Optional<ProjectModel> open = window.projectProperty().get();
    recents
        .getChildren()
        .setAll(
            window.recents().stream()
                .filter(recent -> open.filter(p -> p.file().equals(recent.file())).isEmpty())
                .limit(RECENTS_SHOWN)
                .map(this::recent)
                .toList());
    recentsTitle.setVisible(!recents.getChildren().isEmpty());
  }

  private RowButton recent(Recent recent) {
    Label name = Texts.label(recent.name(), "recent-name");
    HBox row = new HBox(10, Icons.of(Icons.OPEN), name);
    row.setAlignment(Pos.CENTER_LEFT);
    RowButton button =
        new RowButton(row, "Open " + recent.name(), () -> window.open(recent.file()));
    button.getStyleClass().add("recent-item");
    button.setTooltip(Texts.tooltip(recent.file().toString()));
    return button;
  }
}
