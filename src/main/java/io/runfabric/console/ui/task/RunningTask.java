package io.runfabric.console.ui.task;

import io.runfabric.console.backend.Cancellation;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// A piece of background work as the window shows it. Properties change on the FX thread only.
public final class RunningTask {

  private final String title;
  private final Cancellation cancellation = new Cancellation();
  private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(this, "done", 0);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total", -1);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);

  RunningTask(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// Asks the work to stop; it ends within a second.
  public void cancel() {
    cancellation.cancel();
  }

  public boolean cancelled() {
    return cancellation.requested();
  }

  Cancellation cancellation() {
    return cancellation;
  }

  public ReadOnlyLongProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// Negative while unknown.
  public ReadOnlyLongProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  void reached(long items, long of) {
    done.set(items);
    total.set(of);
  }

  void ended() {
    running.set(false);
  }
}
