package io.runfabric.console.ui.listing;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.detail.DetailModel;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.table.TableContent;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.ListChangeListener;

/// A page of rows with the detail of what is selected, without nodes. Everything happens on the FX
/// thread.
public final class ListingModel<R> {

  /// Walking through a list with the arrow keys does not read every document on the way.
  private static final Duration SETTLE = Duration.ofMillis(120);

  private final Listing<R> listing;
  private final ProjectModel project;
  private final ReadOnlyObjectProperty<Redactor> redactor;
  private final Rows<R> rows;
  private final TableModel<R> table;
  private final DetailModel detail;
  private final ObjectBinding<TableContent> content;
  private final ListChangeListener<R> onRows = _ -> takeRows();
  private final InvalidationListener onLoaded = _ -> showDetail();
  private final InvalidationListener onRedactor = _ -> readAgain();
  private final ChangeListener<List<R>> onSelected = (_, _, _) -> showDetail();
  private List<R> taken = List.of();

  public ListingModel(
      Listing<R> listing,
      ProjectModel project,
      Tasks tasks,
      Clock clock,
      ReadOnlyObjectProperty<Redactor> redactor) {
    this.listing = listing;
    this.project = project;
    this.redactor = redactor;
    rows = listing.rows().apply(project);
    table = new TableModel<>(listing.columns(), listing.key(), tasks, clock);
    detail = new DetailModel(tasks, project.sessionProperty()::get, redactor::get, SETTLE);
    content =
        Bindings.createObjectBinding(
            () ->
                TableContent.of(
                    rows.state().get(),
                    table.totalProperty().get(),
                    table.visible().size(),
                    table.filterProperty().get()),
            rows.state(),
            table.totalProperty(),
            table.visibleProperty());
  }

  public TableModel<R> table() {
    return table;
  }

  public DetailModel detail() {
    return detail;
  }

  /// Where the rows come from.
  public Rows<R> rows() {
    return rows;
  }

  /// What stands where the rows are, or would be.
  public ObservableObjectValue<TableContent> contentProperty() {
    return content;
  }

  /// Follows the project from now on.
  public void shown() {
    rows.following().shown();
    rows.list().addListener(onRows);
    redactor.addListener(onRedactor);
    table.selectedProperty().addListener(onSelected);
    takeRows();
    project.overviewProperty().addListener(onLoaded);
    showDetail();
  }

  /// Does not follow the project any more. What was revealed is forgotten.
  public void hidden() {
    rows.list().removeListener(onRows);
    redactor.removeListener(onRedactor);
    table.selectedProperty().removeListener(onSelected);
    project.overviewProperty().removeListener(onLoaded);
    detail.select(List.of());
    rows.following().hidden();
  }

  private void takeRows() {
    if (!taken.equals(rows.list())) {
      taken = List.copyOf(rows.list());
      table.setRows(taken);
    }
  }

  private void readAgain() {
    detail.redactorChanged();
  }

  // What is selected may be the same row while what is known around it is not.
  private void showDetail() {
    detail.select(
        table.selectedProperty().get().stream()
            .map(row -> listing.subject().apply(row, project))
            .toList());
  }
}
