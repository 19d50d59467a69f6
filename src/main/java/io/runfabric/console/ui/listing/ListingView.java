package io.runfabric.console.ui.listing;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.ui.detail.DetailPane;
import io.runfabric.console.ui.shell.PageAction;
import io.runfabric.console.ui.shell.PageMemory;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.table.CopyFormat;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableContent;
import io.runfabric.console.ui.table.TableToolbar;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;

/// A page of rows: a toolbar, the table, and the detail of what is selected beside it.
public final class ListingView<R> implements View {

  private static final double DETAIL_WIDTH = 512;
  private static final double LEAST_DETAIL = 360;
  private static final double LEAST_TABLE = 320;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final ViewContext context;
  private final ListingModel<R> model;
  private final Listing<R> listing;
  private final StateTable<R> table;
  private final TableToolbar<R> toolbar;
  private final DetailPane detail;
  private final PageActions actions;
  private final TableCopies<R> copies;
  private final SplitPane split = new SplitPane();
  private final BorderPane page = new BorderPane();
  private final Ticker ticker = new Ticker(this::tick);
  private final InvalidationListener onContent = _ -> showContent();
  private final InvalidationListener onSelected = _ -> showDetail();
  private double detailWidth = DETAIL_WIDTH;

  /// A page where nothing can be changed.
  public ListingView(Listing<R> listing, ViewContext context) {
    this(listing, context, (_, _) -> PageActions.NONE);
  }

  public ListingView(Listing<R> listing, ViewContext context, PageActions.Maker<R> maker) {
    this.context = context;
    this.listing = listing;
    model =
        new ListingModel<>(
            listing, context.project(), context.tasks(), context.clock(), context.redactor());
    table = new StateTable<>(model.table(), now());
    actions = maker.make(model.table().selectedProperty(), () -> page.getScene().getWindow());
    copies =
        new TableCopies<>(
            context.tasks(),
            context.desktop(),
            context::notify,
            model.table(),
            table,
            listing.count(),
            context.project().folderName() + "-" + listing.count().many(),
            row -> listing.command().apply(row, context.project()));
    toolbar =
        new TableToolbar<>(
            model.table(), table, listing.count(), listing.filterPrompt(), copies::copy);
    detail =
        new DetailPane(
            model.detail(),
            this::now,
            context::copyShown,
            context.desktop()::browse,
            context.revealer(),
            actions.onStep());
    detail.setActions(new ActionBar(actions.onRows()));
    detail.add(actions.pages());
    detail.setOnClose(() -> model.table().select(List.of()));
    detail.setMinWidth(LEAST_DETAIL);
    table.setMinWidth(LEAST_TABLE);
    SplitPane.setResizableWithParent(detail, false);
    split.getStyleClass().add("listing-split");
    split.getItems().add(table);
    page.getStyleClass().add("listing");
    page.getStylesheets().add(sheet());
    page.setTop(toolbar);
    page.setCenter(split);
    toolbar.offerExport(this::export);
    table.setContextMenu(contextMenu(actions));
    actions.onPage().forEach(offer -> toolbar.add(ActionBar.button(offer)));
    table.setOnKeyPressed(event -> {
      if (COPY.match(event)) {
        copies.copy(CopyFormat.JSON);
        event.consume();
      }
    });
    toolbar.detailsProperty().addListener(onSelected);
    remember(context.memory());
  }

  private void remember(PageMemory memory) {
    memory.layout().ifPresent(table::arrange);
    model.table().filterProperty().set(memory.filter());
    table.setOnLayout(() -> memory.keepLayout(table.layoutChosen()));
    model.table().filterProperty().addListener((_, _, typed) -> memory.keepFilter(typed));
  }

  /// The style sheet of whatever holds a table.
  public static String sheet() {
    return Objects.requireNonNull(ListingView.class.getResource("listing.css")).toExternalForm();
  }

  // Shortcuts work as long as the table is in the window: JavaFX takes them from its menu.
  private ContextMenu contextMenu(PageActions actions) {
    ContextMenu menu = new ContextMenu();
    for (List<Offer> group : List.of(actions.onRows(), actions.onPage())) {
      group.forEach(offer -> menu.getItems().add(ActionBar.menuItem(offer)));
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems().addAll(TableToolbar.copyItems(copies::copy));
    Menu export = new Menu("Export");
    export.getItems().setAll(TableToolbar.exportItems(this::export));
    menu.getItems().addAll(new SeparatorMenuItem(), export);
    return menu;
  }

  /// Adds a control to the toolbar, before what every page has there.
  public void addToToolbar(Node control) {
    toolbar.add(control);
  }

  /// What the table is narrowed to now.
  public ObservableValue<String> filterProperty() {
    return model.table().filterProperty();
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void filter(String text) {
    model.table().filterProperty().set(text);
  }

  @Override
  public void select(DocumentRef row) {
    model.table().selectKey(row);
    table.revealSelected();
  }

  @Override
  public void focusFilter() {
    toolbar.focusFilter();
  }

  @Override
  public void shown() {
    model.contentProperty().addListener(onContent);
    model.table().selectedProperty().addListener(onSelected);
    model.shown();
    table.shown();
    detail.shown();
    showContent();
    showDetail();
    ticker.start();
  }

  @Override
  public void hidden() {
    ticker.stop();
    detail.hidden();
    table.hidden();
    model.hidden();
    model.table().selectedProperty().removeListener(onSelected);
    model.contentProperty().removeListener(onContent);
  }

  private Instant now() {
    return context.clock().instant();
  }

  private void tick() {
    table.tick(now());
    detail.tick();
  }

  private void showContent() {
    switch (model.contentProperty().get()) {
      case TableContent.Rows() -> {}
      case TableContent.Empty() -> {
        Listing.Absence absence = listing.absence();
        table.setPlaceholder(new EmptyState(absence.icon(), absence.title(), absence.text()));
      }
      case TableContent.NoMatch(String filter) ->
          table.setPlaceholder(
              new EmptyState(
                      Icons.SEARCH,
                      "Nothing matches",
                      "No row passes the filter “" + filter.strip() + "”.")
                  .withAction("Clear the filter", () -> filter("")));
      case TableContent.Loading() ->
          table.setPlaceholder(
              new EmptyState(Icons.REFRESH, "Loading", "The rows are on their way."));
      case TableContent.Stopped() ->
          table.setPlaceholder(
              new EmptyState(Icons.STOPPED, "Loading was stopped", "Nothing has been read yet.")
                  .withAction("Load", model.rows().load()));
      case TableContent.Failed(var failure) ->
          table.setPlaceholder(
              new ErrorPane(failure, model.rows().load(), context.project()::chooseWorkspace));
    }
  }

  private void showDetail() {
    boolean wanted =
        toolbar.detailsProperty().get() && !model.table().selectedProperty().get().isEmpty();
    boolean there = split.getItems().contains(detail);
    if (wanted && !there) {
      split.getItems().add(detail);
      placeDivider();
      // Before the first layout the split has no width to share out.
      Platform.runLater(this::placeDivider);
    } else if (!wanted && there) {
      detailWidth = Math.max(LEAST_DETAIL, detail.getWidth());
      split.getItems().remove(detail);
    }
  }

  private void placeDivider() {
    if (split.getItems().size() > 1 && split.getWidth() > 0) {
      split.setDividerPositions(1 - detailWidth / split.getWidth());
    }
  }

  @Override
  public List<PageAction> offered() {
    int selected = model.table().selectedProperty().get().size();
    return Stream.concat(
            offered(actions.onRows(), listing.count().words(selected, selected) + " selected"),
            offered(actions.onPage(), ""))
        .toList();
  }

  private static Stream<PageAction> offered(List<Offer> offers, String about) {
    return offers.stream()
        .filter(offer -> offer.offered().getValue())
        .map(offer -> new PageAction(offer.command(), about));
  }

  @Override
  public boolean exports() {
    return true;
  }

  @Override
  public void export(Export wanted) {
    copies.export(wanted);
  }

  @Override
  public void refreshRequested() {
    if (model.rows().own()) {
      model.rows().load().run();
    }
  }
}
