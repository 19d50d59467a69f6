package io.runfabric.console.ui.listing;

import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.StackPane;

/// A table of rows as they arrive, in the order in which they do: to look at while the rest is
/// read.
public final class ArrivingRows<R> extends StackPane {

  private final ObservableList<R> rows;
  private final TableModel<R> model;

  public ArrivingRows(Listing<R> listing, ObservableList<R> rows, Instant now) {
    this.rows = rows;
    // There are few of them: they are put in order on the spot.
    model =
        new TableModel<>(
            listing.columns(),
            listing.key(),
            new Tasks(Runnable::run, Runnable::run),
            Clock.fixed(now, ZoneOffset.UTC));
    StateTable<R> table = new StateTable<>(model, now);
    table.setAccessibleText("What was read so far");
    getChildren().add(table);
    table.shown();
    rows.addListener((InvalidationListener) _ -> show());
    show();
  }

  private void show() {
    model.setRows(List.copyOf(rows));
  }
}
