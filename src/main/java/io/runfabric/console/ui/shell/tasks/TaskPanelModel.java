package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.ui.task.RunningTask;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the panel is open, and whether it lists all tasks or shows one. Everything happens on
/// the FX thread.
public final class TaskPanelModel {

  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
  private final ReadOnlyObjectWrapper<Optional<RunningTask>> detail =
      new ReadOnlyObjectWrapper<>(this, "detail", Optional.empty());

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// The task that is shown in full; empty for the list of all.
  public ReadOnlyObjectProperty<Optional<RunningTask>> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /// Opens the list, or closes the panel.
  public void toggle() {
    if (open.get()) {
      close();
    } else {
      list();
    }
  }

  /// Opens the list.
  public void list() {
    detail.set(Optional.empty());
    open.set(true);
  }

  /// Opens one task.
  public void show(RunningTask task) {
    detail.set(Optional.of(task));
    open.set(true);
  }

  public void close() {
    open.set(false);
    detail.set(Optional.empty());
  }

  /// One step back: from a task to the list, from the list to what was there before.
  public void back() {
    if (detail.get().isPresent()) {
      list();
    } else {
      close();
    }
  }
}
