package io.runfabric.console.ui.across;

import atlantafx.base.controls.CustomTextField;
import io.runfabric.console.ui.listing.TableCopies;
import io.runfabric.console.ui.shell.AcrossContext;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.View;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CopyFormat;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.table.RowCount;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableToolbar;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page that searches the entries of all open projects.
public final class SearchView implements View {

  private static final RowCount COUNT = new RowCount("match", "matches");
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final AcrossContext context;
  private final SearchModel model;
  private final StateTable<Hit> table;
  private final TableCopies<Hit> copying;
  private final CustomTextField field = new CustomTextField();
  private final Button inside = new Button("Look inside documents", Icons.of(Icons.RECEIPTS));
  private final VBox notes = new VBox();
  private final BorderPane page = new BorderPane();
  private final Ticker ticker;
  private final InvalidationListener onOutcome = _ -> showOutcome();

  public SearchView(AcrossContext context) {
    this.context = context;
    model = new SearchModel(context.projects(), context.tasks(), context.clock());
    table = new StateTable<>(model.table(), context.clock().instant());
    copying =
        new TableCopies<>(
            context.tasks(),
            context.desktop(),
            context.notifier(),
            model.table(),
            table,
            COUNT,
            "search",
            Hit::command);
    ticker = new Ticker(() -> table.tick(context.clock().instant()));
    field.setPromptText("Service, stage, provider, address, deployment id, ARN…");
    field.setAccessibleText("Search all projects");
    field.getStyleClass().addAll("filter-field", "search-field");
    field.setLeft(Icons.of(Icons.SEARCH));
    field.textProperty().bindBidirectional(model.queryProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    inside.setTooltip(
        Texts.tooltip(
            "Reads every document of the projects that are loaded, and looks for outputs,"
                + " functions and ARNs too (Enter)"));
    inside.setMinWidth(Region.USE_PREF_SIZE);
    inside.setOnAction(_ -> model.lookInside());
    inside
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.queryProperty().get().isBlank() || model.lookingProperty().get(),
                model.queryProperty(),
                model.lookingProperty()));
    Label count = Texts.label("", Styles.HINT, "row-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  int found = model.table().totalProperty().get();
                  return found == 0 ? "" : COUNT.words(found, found);
                },
                model.table().totalProperty()));
    count.managedProperty().bind(count.textProperty().isNotEmpty());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox bar = new HBox(field, inside, count);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("search-bar");
    notes.getStyleClass().add("search-notes");
    notes.managedProperty().bind(notes.visibleProperty());
    Sheets.addTo(page);
    page.setTop(new VBox(bar, notes));
    page.setCenter(table);
    ContextMenu menu = new ContextMenu();
    menu.getItems().addAll(TableToolbar.copyItems(copying::copy));
    table.setContextMenu(menu);
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copying.copy(CopyFormat.JSON);
            event.consume();
          }
        });
    CellClicks.on(table, (_, _) -> {}, this::go);
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void shown() {
    model.outcomeProperty().addListener(onOutcome);
    model.lookingProperty().addListener(onOutcome);
    context.projects().changesProperty().addListener(onOutcome);
    model.shown();
    table.shown();
    showOutcome();
    ticker.start();
    focusFilter();
  }

  @Override
  public void hidden() {
    ticker.stop();
    table.hidden();
    model.hidden();
    context.projects().changesProperty().removeListener(onOutcome);
    model.lookingProperty().removeListener(onOutcome);
    model.outcomeProperty().removeListener(onOutcome);
  }

  @Override
  public void focusFilter() {
    field.requestFocus();
    field.selectAll();
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

  private void go(Hit hit) {
    context.navigator().accept(hit.open(), hit.place());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      inside.fire();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().selectFirst();
      }
      event.consume();
    }
  }

  private void showOutcome() {
    SearchModel.Outcome outcome = model.outcomeProperty().get();
    notes.getChildren().clear();
    outcome.notes().forEach(note -> notes.getChildren().add(note(note)));
    boolean waiting = model.unread().stream().anyMatch(open -> context.projects().waits(open));
    if (waiting && !notes.getChildren().isEmpty()) {
      Button load = new Button("Load what is not loaded");
      load.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
      load.setMinWidth(Region.USE_PREF_SIZE);
      load.setOnAction(_ -> model.loadUnread());
      ((HBox) notes.getChildren().getFirst()).getChildren().add(load);
    }
    notes.setVisible(!notes.getChildren().isEmpty());
    table.setPlaceholder(placeholder(outcome));
  }

  private static HBox note(String sentence) {
    Prose words = new Prose(sentence);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(10, Icons.of(Icons.WARNING, Tone.WARNING), words);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setFillHeight(false);
    return line;
  }

  private EmptyState placeholder(SearchModel.Outcome outcome) {
    if (outcome.query().isEmpty()) {
      return new EmptyState(
          Icons.SEARCH,
          "Search the entries of all open projects",
          "By service, stage, provider, address or deployment id while you type. Enter looks"
              + " inside documents too: outputs, functions, ARNs.");
    }
    if (model.lookingProperty().get()) {
      return new EmptyState(Icons.REFRESH, "Looking inside documents", "They are read for it.");
    }
    String where = "in " + Texts.count(outcome.searched(), "project", "projects");
    return outcome.inside()
        ? new EmptyState(
            Icons.SEARCH,
            "Nothing found",
            "Neither a row nor a document " + where + " has “" + outcome.query() + "” in it.")
        : new EmptyState(
                Icons.SEARCH,
                "Nothing found in the rows",
                "No row "
                    + where
                    + " has “"
                    + outcome.query()
                    + "” in it. Documents were not"
                    + " looked into.")
            .withAction("Look inside documents", model::lookInside);
  }
}
