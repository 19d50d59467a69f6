package io.runfabric.console.ui.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The rows of a [TableModel] on screen. The model filters, sorts and remembers what is selected;
/// the table shows that and tells what the user does.
public final class StateTable<R> extends TableView<R> {

  private static final double ROW_HEIGHT = 36;
  private static final double SCROLL_BAR = 16;
  private static final int ROWS_ABOVE = 3;
  private static final String LEADING = "leading-column";

  private final TableModel<R> model;
  private final ObservableList<R> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Instant> moment;
  private final InvalidationListener onRows = _ -> showRows();
  private final InvalidationListener onSelected = _ -> clearWithTheModel();
  private final Map<String, Double> widths = new HashMap<>();
  private Runnable onLayout = () -> {};
  private boolean restoring;
  private boolean arranging;
  private boolean revealing;
  private boolean stretching;

  /// @param now what ages are relative to until the first [#tick(Instant)]
  public StateTable(TableModel<R> model, Instant now) {
    this.model = model;
    this.moment = new SimpleObjectProperty<>(this, "moment", now);
    getStyleClass().add("state-table");
    setFixedCellSize(ROW_HEIGHT);
    setItems(rows);
    setTableMenuButtonVisible(false);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    model.columns().forEach(column -> getColumns().add(tableColumn(column)));
    setSortPolicy(_ -> {
      model.sort(wantedOrder());
      layoutChanged();
      return true;
    });
    getSelectionModel()
        .getSelectedIndices()
        .addListener((ListChangeListener<Integer>) _ -> selectionChanged());
    InvalidationListener restretch = _ -> stretchLast();
    widthProperty().addListener(restretch);
    getVisibleLeafColumns()
        .addListener((ListChangeListener<TableColumn<R, ?>>) _ -> columnsChanged());
    columnsChanged();
    getColumns()
        .forEach(column -> {
          column.widthProperty().addListener((_, _, width) -> resized(column, width.doubleValue()));
          column.widthProperty().addListener(restretch);
        });
    getSortOrder().addListener((ListChangeListener<TableColumn<R, ?>>) _ -> layoutChanged());
  }

  /// What is done whenever the user changed columns, widths or what rows are sorted by.
  public void setOnLayout(Runnable changed) {
    onLayout = changed;
  }

  /// How columns stand; empty while they stand as they are declared.
  public Optional<TableLayout> layoutChosen() {
    TableLayout now =
        new TableLayout(
            getColumns().stream()
                .map(
                    column -> new TableLayout.Placed(id(column), width(column), column.isVisible()))
                .toList(),
            wantedOrder());
    return Optional.of(now).filter(one -> !one.equals(TableLayout.declared(model.columns())));
  }

  /// Puts columns as they stood before.
  public void arrange(TableLayout before) {
    TableLayout wanted = before.fitted(model.columns());
    Map<String, TableColumn<R, ?>> byId = new HashMap<>();
    getColumns().forEach(column -> byId.put(id(column), column));
    arranging = true;
    try {
      List<TableColumn<R, ?>> columns = new ArrayList<>();
      for (TableLayout.Placed placed : wanted.columns()) {
        TableColumn<R, ?> column = Objects.requireNonNull(byId.get(placed.id()));
        column.setVisible(placed.shown());
        widths.put(placed.id(), placed.width());
        columns.add(column);
      }
      getColumns().setAll(columns);
      List<TableColumn<R, ?>> sorted = new ArrayList<>();
      for (SortBy by : wanted.order()) {
        TableColumn<R, ?> column = Objects.requireNonNull(byId.get(by.columnId()));
        column.setSortType(
            by.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        sorted.add(column);
      }
      getSortOrder().setAll(sorted);
    } finally {
      arranging = false;
    }
    columnsChanged();
    model.sort(wantedOrder());
  }

  /// Puts columns as they are declared.
  public void resetColumns() {
    arrange(TableLayout.declared(model.columns()));
    layoutChanged();
  }

  /// Follows the model from now on.
  public void shown() {
    model.visibleProperty().addListener(onRows);
    model.selectedProperty().addListener(onSelected);
    showRows();
  }

  /// Does not follow the model any more.
  public void hidden() {
    model.visibleProperty().removeListener(onRows);
    model.selectedProperty().removeListener(onSelected);
  }

  /// Brings the first selected row into sight as soon as rows with a selected one are shown.
  public void revealSelected() {
    revealing = true;
  }

  private void reveal() {
    int[] selected = model.selectedIndices();
    if (revealing && selected.length > 0 && !rows.isEmpty()) {
      revealing = false;
      scrollTo(Math.max(0, selected[0] - ROWS_ABOVE));
    }
  }

  /// Words ages anew.
  public void tick(Instant now) {
    moment.set(now);
  }

  /// The columns on screen, from left to right.
  public List<Column<R>> shownColumns() {
    List<Column<R>> shown = new ArrayList<>();
    getVisibleLeafColumns().forEach(column -> shown.add(declared(column)));
    return shown;
  }

  ObjectProperty<Instant> momentProperty() {
    return moment;
  }

  private void showRows() {
    restoring = true;
    try {
      getSelectionModel().clearSelection();
      rows.setAll(model.visible());
      int[] selected = model.selectedIndices();
      if (selected.length > 0) {
        getSelectionModel().selectIndices(selected[0], selected);
      }
    } finally {
      restoring = false;
    }
    reveal();
  }

  // Somebody else took the selection away, such as the detail's close button.
  private void clearWithTheModel() {
    if (model.selectedProperty().get().isEmpty() && !getSelectionModel().isEmpty()) {
      restoring = true;
      getSelectionModel().clearSelection();
      restoring = false;
    }
  }

  private void selectionChanged() {
    if (!restoring) {
      List<R> selected = new ArrayList<>();
      for (Integer index : getSelectionModel().getSelectedIndices()) {
        if (index >= 0 && index < rows.size()) {
          selected.add(rows.get(index));
        }
      }
      model.select(selected);
    }
  }

  private TableColumn<R, R> tableColumn(Column<R> declared) {
    TableColumn<R, R> column = new TableColumn<>(declared.title());
    column.setUserData(declared);
    column.setId(declared.id());
    column.setPrefWidth(declared.width());
    column.setMinWidth(Math.min(declared.width(), 64));
    column.setVisible(declared.visible());
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new StateCell<>(declared, moment));
    if (declared.kind() == CellKind.NUMBER) {
      column.getStyleClass().add("number-column");
    }
    return column;
  }

  private List<SortBy> wantedOrder() {
    return getSortOrder().stream()
        .map(column ->
            new SortBy(id(column), column.getSortType() == TableColumn.SortType.DESCENDING))
        .toList();
  }

  private void columnsChanged() {
    for (TableColumn<R, ?> column : getColumns()) {
      column.getStyleClass().remove(LEADING);
    }
    if (!getVisibleLeafColumns().isEmpty()) {
      getVisibleLeafColumns().getFirst().getStyleClass().add(LEADING);
    }
    if (!arranging) {
      unstretch();
      layoutChanged();
    }
    stretchLast();
  }

  // What was the last column and stretched may not be it any more.
  private void unstretch() {
    List<TableColumn<R, ?>> visible = getVisibleLeafColumns();
    stretching = true;
    try {
      for (TableColumn<R, ?> column : visible.subList(0, Math.max(0, visible.size() - 1))) {
        column.setPrefWidth(width(column));
        // The wanted width is no news where the user pulled at the column.
        resizeColumn(column, width(column) - column.getWidth());
      }
    } finally {
      stretching = false;
    }
  }

  private void resized(TableColumn<R, ?> column, double width) {
    List<TableColumn<R, ?>> visible = getVisibleLeafColumns();
    if (!stretching && !arranging && !visible.isEmpty() && !visible.getLast().equals(column)) {
      widths.put(id(column), width);
      layoutChanged();
    }
  }

  private double width(TableColumn<R, ?> column) {
    return widths.getOrDefault(id(column), declared(column).width());
  }

  private void layoutChanged() {
    if (!arranging && !stretching) {
      onLayout.run();
    }
  }

  private static String id(TableColumn<?, ?> column) {
    return Objects.requireNonNull(column.getId());
  }

  // The last column takes what the others leave, so that no empty strip stands at the right.
  private void stretchLast() {
    List<TableColumn<R, ?>> visible = getVisibleLeafColumns();
    if (stretching || visible.isEmpty() || getWidth() <= 0) {
      return;
    }
    stretching = true;
    try {
      double left = getWidth() - SCROLL_BAR;
      for (TableColumn<R, ?> column : visible.subList(0, visible.size() - 1)) {
        left -= column.getWidth();
      }
      TableColumn<R, ?> last = visible.getLast();
      last.setPrefWidth(Math.max(width(last), left));
    } finally {
      stretching = false;
    }
  }

  @SuppressWarnings("unchecked") // set where the column is made
  private Column<R> declared(TableColumn<R, ?> column) {
    return (Column<R>) Objects.requireNonNull(column.getUserData());
  }
}
