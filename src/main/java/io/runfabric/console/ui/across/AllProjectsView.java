package io.runfabric.console.ui.across;

import io.runfabric.console.ui.listing.TableCopies;
import io.runfabric.console.ui.shell.AcrossContext;
import io.runfabric.console.ui.shell.OpenProject;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.table.RowCount;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableToolbar;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of all open projects: sums above, one row each below. Every number leads to the rows of
/// that project that it counts.
public final class AllProjectsView implements View {

  private static final RowCount COUNT = new RowCount("project", "projects");

  private final AcrossContext context;
  private final AllProjectsModel model;
  private final StateTable<ProjectLine> table;
  private final TableToolbar<ProjectLine> toolbar;
  private final TableCopies<ProjectLine> copying;
  private final GridPane tiles = new GridPane();
  private final BorderPane page = new BorderPane();
  private final Ticker ticker;
  private final InvalidationListener onTiles = _ -> showTiles();

  public AllProjectsView(AcrossContext context) {
    this.context = context;
    model = new AllProjectsModel(context.projects(), context.tasks(), context.clock());
    table = new StateTable<>(model.table(), context.clock().instant());
    table.getStyleClass().add("projects-table");
    copying =
        new TableCopies<>(
            context.tasks(),
            context.desktop(),
            context.notifier(),
            model.table(),
            table,
            COUNT,
            "projects",
            line -> line.open().project().commandWords(List.of("overview")));
    toolbar =
        new TableToolbar<>(
            model.table(), table, COUNT, "Filter, such as state:attention", copying::copy);
    toolbar.withoutDetails();
    toolbar.offerExport(copying::export);
    ticker = new Ticker(() -> table.tick(context.clock().instant()));
    tiles.getStyleClass().add("across-tiles");
    tiles.setHgap(12);
    Sheets.addTo(page);
    page.setTop(new VBox(tiles, toolbar));
    page.setCenter(table);
    table.setContextMenu(menu());
    table.setPlaceholder(
        new EmptyState(Icons.SEARCH, "Nothing matches", "No open project is like that."));
    CellClicks.on(
        table,
        (line, column) -> ProjectLine.place(column).ifPresent(place -> go(line.open(), place)),
        line -> go(line.open(), Place.OVERVIEW));
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void shown() {
    model.tilesProperty().addListener(onTiles);
    model.shown();
    table.shown();
    showTiles();
    ticker.start();
  }

  @Override
  public void hidden() {
    ticker.stop();
    table.hidden();
    model.hidden();
    model.tilesProperty().removeListener(onTiles);
  }

  @Override
  public void focusFilter() {
    toolbar.focusFilter();
  }

  @Override
  public void refreshRequested() {
    context.projects().refreshLoaded();
  }

  @Override
  public boolean exports() {
    return true;
  }

  @Override
  public void export(Export wanted) {
    copying.export(wanted);
  }

  private void go(OpenProject open, Place place) {
    context.navigator().accept(open, place);
  }

  // What a click on a number does, for the keyboard.
  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    List.of(
            new Lead("Show the project", "project"),
            new Lead("Show its entries", "entries"),
            new Lead("Show its held locks", "held"),
            new Lead("Show its stale locks", "stale"),
            new Lead("Show its interrupted deploys", "interrupted"),
            new Lead("Show its unreadable entries", "unreadable"))
        .forEach(lead -> {
          MenuItem item = new MenuItem(lead.title());
          item.setOnAction(_ ->
              model.table().selectedProperty().get().stream()
                  .findFirst()
                  .ifPresent(line ->
                      ProjectLine.place(lead.column()).ifPresent(place -> go(line.open(), place))));
          menu.getItems().add(item);
        });
    menu.setOnShowing(_ ->
        menu.getItems()
            .forEach(item -> item.setDisable(model.table().selectedProperty().get().isEmpty())));
    return menu;
  }

  private record Lead(String title, String column) {}

  private void showTiles() {
    tiles.getChildren().clear();
    tiles.getColumnConstraints().clear();
    List<AllProjectsModel.Tile> all = model.tilesProperty().get();
    for (AllProjectsModel.Tile tile : all) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / all.size());
      column.setHgrow(Priority.ALWAYS);
      tiles.add(node(tile), tiles.getColumnConstraints().size(), 0);
      tiles.getColumnConstraints().add(column);
    }
  }

  private RowButton node(AllProjectsModel.Tile tile) {
    VBox content =
        new VBox(
            Texts.label(tile.title(), "tile-title"),
            Texts.label(Texts.number(tile.number()), "tile-number"),
            Texts.label(tile.caption(), "tile-caption"));
    RowButton button =
        new RowButton(
            content,
            tile.title() + ": " + tile.number() + ", " + tile.caption(),
            () -> model.table().filterProperty().set(tile.filter()));
    button.setTooltip(Texts.tooltip(tile.title() + ", " + tile.caption()));
    button.getStyleClass().addAll("card", "tile");
    if (tile.tone() != Tone.NEUTRAL) {
      button.getStyleClass().add(tile.tone().styleClass());
    }
    return button;
  }
}
