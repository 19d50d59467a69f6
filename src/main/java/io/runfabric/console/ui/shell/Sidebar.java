package io.runfabric.console.ui.shell;

import io.runfabric.console.operation.Overview;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The left of the window: the open projects as a tree, the active one unfolded over its pages, and
/// the projects opened before.
final class Sidebar extends VBox {

  private static final int RECENTS_SHOWN = 4;
  private static final int RECENTS_IN_MENU = 8;

  private final WindowModel window;
  private final Commands commands;
  private final Map<Place.Kind, NavigationItem> items = new EnumMap<>(Place.Kind.class);
  private final Map<Across, NavigationItem> acrossItems = new EnumMap<>(Across.class);
  private final VBox pages = new VBox(2);
  private final VBox tree = new VBox(4);
  private final VBox recents = new VBox(2);
  private final Label recentsTitle = Texts.label("Recent", "sidebar-heading");
  private final ChangeListener<Optional<Overview>> onOverview = (_, _, now) -> showCounts(now);

  Sidebar(WindowModel window, Commands commands) {
    this.window = window;
    this.commands = commands;
    getStyleClass().add("sidebar");
    pages.getStyleClass().add("navigation");
    commands
        .places()
        .forEach((kind, command) -> {
          NavigationItem item = new NavigationItem(command);
          items.put(kind, item);
          pages.getChildren().add(item.node());
        });
    tree.getStyleClass().add("project-tree");
    ScrollPane scroll = new ScrollPane(tree);
    scroll.getStyleClass().addAll("page-scroll", "tree-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    recents.getStyleClass().add("recents");
    recentsTitle.managedProperty().bind(recentsTitle.visibleProperty());
    VBox across = new VBox(2);
    across.getStyleClass().add("across");
    commands
        .across()
        .forEach((page, command) -> {
          NavigationItem item = new NavigationItem(command);
          acrossItems.put(page, item);
          across.getChildren().add(item.node());
        });
    getChildren().addAll(across, heading(), scroll, recentsTitle, recents);

    window.projects().all().addListener((InvalidationListener) _ -> showTree());
    window.projects().activeProperty().addListener((_, _, _) -> unfold());
    window.projectProperty().addListener((_, before, now) -> follow(before, now));
    window.placeProperty().addListener((_, _, _) -> markCurrent());
    window.acrossProperty().addListener((_, _, _) -> markCurrent());
    window.recents().addListener((InvalidationListener) _ -> showRecents());
    showTree();
    follow(Optional.empty(), window.projectProperty().get());
    markCurrent();
  }

  private HBox heading() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    MenuButton add = new MenuButton("", Icons.of(Icons.ADD));
    add.getStyleClass().addAll("icon-button", "menu-without-arrow", "add-project");
    add.setAccessibleText("Open another project");
    add.setTooltip(Texts.tooltip("Open another project"));
    MenuItem none = new MenuItem("");
    add.getItems().setAll(none);
    add.setOnShowing(_ -> add.getItems().setAll(offers()));
    HBox heading = new HBox(Texts.label("Projects", "sidebar-heading"), space, add);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.getStyleClass().add("tree-heading");
    return heading;
  }

  private List<MenuItem> offers() {
    List<MenuItem> offers = new ArrayList<>();
    offers.add(commands.open().menuItem());
    offers.add(commands.folder().menuItem());
    offers.add(commands.sample().menuItem());
    List<Recent> known = closedRecents().stream().limit(RECENTS_IN_MENU).toList();
    if (!known.isEmpty()) {
      offers.add(new SeparatorMenuItem());
    }
    for (Recent recent : known) {
      MenuItem item = new MenuItem(recent.name() + "  —  " + recent.folder());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> window.open(recent.file()));
      offers.add(item);
    }
    return offers;
  }

  // Rows that stay are kept: who has the keyboard on one keeps it there.
  private void showTree() {
    Map<OpenProject, ProjectRow> rows = new HashMap<>();
    rows().forEach(row -> rows.put(row.open(), row));
    List<ProjectRow> wanted = new ArrayList<>();
    for (OpenProject open : window.projects().all()) {
      ProjectRow row = rows.remove(open);
      wanted.add(row == null ? new ProjectRow(window, commands, open) : row);
    }
    rows.values().forEach(ProjectRow::release);
    tree.getChildren().setAll(wanted);
    unfold();
    showRecents();
  }

  private List<ProjectRow> rows() {
    return tree.getChildren().stream().map(ProjectRow.class::cast).toList();
  }

  private void unfold() {
    rows().forEach(row -> row.fold(pages));
    rows().stream()
        .filter(row -> window.projects().active().equals(Optional.of(row.open())))
        .forEach(row -> row.unfold(pages));
  }

  private void follow(Optional<ProjectModel> before, Optional<ProjectModel> now) {
    before.ifPresent(project -> project.overviewProperty().removeListener(onOverview));
    now.ifPresent(project -> project.overviewProperty().addListener(onOverview));
    showCounts(now.flatMap(project -> project.overviewProperty().get()));
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
    Optional<Across> across = window.acrossProperty().get();
    items.forEach((kind, item) -> item.current(kind == current && across.isEmpty()));
    acrossItems.forEach((page, item) -> item.current(across.equals(Optional.of(page))));
  }

  private void showRecents() {
    recents
        .getChildren()
        .setAll(closedRecents().stream().limit(RECENTS_SHOWN).map(this::recent).toList());
    recentsTitle.setVisible(!recents.getChildren().isEmpty());
  }

  private List<Recent> closedRecents() {
    return window.recents().stream()
        .filter(recent -> window.projects().of(recent.file()).isEmpty())
        .toList();
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
