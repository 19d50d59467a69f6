package io.runfabric.console.ui.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  private boolean restoring;
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
    getColumns().forEach(column -> column.widthProperty().addListener(restretch));
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
            new SortBy(
                Objects.requireNonNull(column.getId()),
                column.getSortType() == TableColumn.SortType.DESCENDING))
        .toList();
  }

  private void columnsChanged() {
    for (TableColumn<R, ?> column : getColumns()) {
      column.getStyleClass().remove(LEADING);
    }
    if (!getVisibleLeafColumns().isEmpty()) {
      getVisibleLeafColumns().getFirst().getStyleClass().add(LEADING);
    }
    stretchLast();
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
      last.setPrefWidth(Math.max(declared(last).width(), left));
    } finally {
      stretching = false;
    }
  }

  @SuppressWarnings("unchecked") // set where the column is made
  private Column<R> declared(TableColumn<R, ?> column) {
    return (Column<R>) Objects.requireNonNull(column.getUserData());
  }
}
