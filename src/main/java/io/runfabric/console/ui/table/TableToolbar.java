package io.runfabric.console.ui.table;

import atlantafx.base.controls.CustomTextField;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// What stands above a table: the filter, how many rows there are, and what can be done with them.
public final class TableToolbar<R> extends HBox {

  private static final double NARROWEST = 480;

  private final CustomTextField filter = new CustomTextField();
  private final Map<MenuButton, Double> menusWithWords = new LinkedHashMap<>();
  private boolean words = true;
  private final MenuButton copy;
  private final ToggleButton details = new ToggleButton("", Icons.of(Icons.DETAILS));

  /// @param prompt what the empty filter field says
  /// @param copy is told what the rows are to be copied as
  public TableToolbar(
      TableModel<R> model,
      StateTable<R> table,
      RowCount count,
      String prompt,
      Consumer<CopyFormat> copy) {
    getStyleClass().add(Styles.TOOLBAR);
    setAlignment(Pos.CENTER_LEFT);
    filterField(model, table, prompt);
    Label rows = Texts.label("", Styles.HINT, "row-count");
    rows.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> count.words(model.visible().size(), model.totalProperty().get()),
                model.visibleProperty(),
                model.totalProperty()));
    rows.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    // The icon shows a pane at the left; ours is at the right.
    details.getGraphic().setScaleX(-1);
    details.getStyleClass().addAll("icon-button", "details-toggle");
    details.setTooltip(Texts.tooltip("Show details beside the table"));
    details.setAccessibleText("Show details beside the table");
    details.setSelected(true);
    this.copy = copyMenu(copy);
    getChildren().addAll(filter, rows, gap, this.copy, columnMenu(table), details);
  }

  @Override
  protected double computeMinWidth(double height) {
    return NARROWEST;
  }

  // Where not all fits, the menus go without their words.
  @Override
  protected void layoutChildren() {
    if (words) {
      menusWithWords.replaceAll((menu, _) -> menu.prefWidth(-1));
    }
    boolean fit = getWidth() >= widthWithWords();
    if (fit != words) {
      words = fit;
      ContentDisplay display = fit ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
      menusWithWords.keySet().forEach(menu -> menu.setContentDisplay(display));
    }
    super.layoutChildren();
  }

  private double widthWithWords() {
    double width = snappedLeftInset() + snappedRightInset();
    for (Node child : getManagedChildren()) {
      width += getSpacing() + menusWithWords.getOrDefault(child, child.minWidth(-1));
    }
    return width;
  }

  /// For tables that have no details beside them.
  public void withoutDetails() {
    getChildren().remove(details);
  }

  /// Adds what exports the table, after what copies rows.
  ///
  /// @param export is told what is to be made of the table
  public void offerExport(Consumer<Export> export) {
    MenuButton menu = menu("Export", Icons.EXPORT);
    menu.setId("export-menu");
    menu.getItems().setAll(exportItems(export));
    getChildren().add(getChildren().indexOf(copy) + 1, menu);
  }

  /// The export commands, for a menu.
  public static List<MenuItem> exportItems(Consumer<Export> export) {
    List<MenuItem> items = new ArrayList<>();
    for (boolean toFile : new boolean[] {true, false}) {
      for (ExportFormat format : ExportFormat.values()) {
        Export wanted = new Export(format, toFile);
        MenuItem item = new MenuItem(wanted.words());
        item.setOnAction(_ -> export.accept(wanted));
        items.add(item);
      }
      if (toFile) {
        items.add(new SeparatorMenuItem());
      }
    }
    return items;
  }

  /// Adds a control before those every table has.
  public void add(Node control) {
    getChildren().add(getChildren().indexOf(copy), control);
  }

  /// Whether details are wanted beside the table.
  public BooleanProperty detailsProperty() {
    return details.selectedProperty();
  }

  /// Puts the keyboard into the filter field, with its text selected.
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private void filterField(TableModel<R> model, StateTable<R> table, String prompt) {
    filter.setPromptText(prompt);
    filter.setAccessibleText("Filter");
    filter.getStyleClass().add("filter-field");
    filter.setLeft(Icons.of(Icons.SEARCH));
    filter.setTooltip(
        Texts.tooltip(
            """
            Words that a row must contain, in any column.
            stage:prod looks into one column, stage=prod compares all of it,
            "two words" belong together.
            age>30d, age<12h and age=unknown ask how old a row is;
            a column of times compares with a day or a month: updated>=2026-11-24.\
            """));
    Button clear = new Button("", Icons.of(Icons.CLOSE));
    clear.getStyleClass().add("clear-button");
    clear.setAccessibleText("Clear the filter");
    clear.setCursor(Cursor.DEFAULT);
    clear.setFocusTraversable(false);
    clear.setOnAction(_ -> filter.clear());
    clear.visibleProperty().bind(filter.textProperty().isNotEmpty());
    filter.setRight(clear);
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveFilter(event, table));
  }

  private void leaveFilter(KeyEvent event, StateTable<R> table) {
    if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().selectFirst();
      }
      event.consume();
    }
  }

  private MenuButton copyMenu(Consumer<CopyFormat> copy) {
    MenuButton menu = menu("Copy", Icons.COPY);
    menu.setId("copy-menu");
    menu.getItems().setAll(copyItems(copy));
    return menu;
  }

  /// The copy commands, for a menu.
  public static MenuItem[] copyItems(Consumer<CopyFormat> copy) {
    CopyFormat[] formats = CopyFormat.values();
    MenuItem[] items = new MenuItem[formats.length];
    for (int i = 0; i < formats.length; i++) {
      CopyFormat format = formats[i];
      items[i] = new MenuItem("Copy as " + format.word());
      items[i].setOnAction(_ -> copy.accept(format));
    }
    return items;
  }

  private MenuButton columnMenu(StateTable<R> table) {
    MenuButton menu = menu("Columns", Icons.COLUMNS);
    menu.setId("column-menu");
    for (TableColumn<R, ?> column : table.getColumns()) {
      CheckBox box = new CheckBox(column.getText());
      box.selectedProperty().bindBidirectional(column.visibleProperty());
      // At least one column stays.
      box.disableProperty()
          .bind(
              Bindings.size(table.getVisibleLeafColumns())
                  .lessThan(2)
                  .and(column.visibleProperty()));
      CustomMenuItem item = new CustomMenuItem(box, false);
      menu.getItems().add(item);
    }
    MenuItem reset = new MenuItem("Reset columns");
    reset.setId("reset-columns");
    reset.setOnAction(_ -> table.resetColumns());
    menu.getItems().addAll(new SeparatorMenuItem(), reset);
    return menu;
  }

  private MenuButton menu(String title, Ikon icon) {
    MenuButton menu = new MenuButton(title, Icons.of(icon));
    menusWithWords.put(menu, 0.0);
    menu.setTooltip(Texts.tooltip(title));
    menu.setAccessibleText(title);
    menu.getStyleClass().addAll("toolbar-menu", atlantafx.base.theme.Styles.FLAT);
    menu.setMinWidth(USE_PREF_SIZE);
    return menu;
  }
}
