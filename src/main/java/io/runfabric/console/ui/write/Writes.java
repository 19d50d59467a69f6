package io.runfabric.console.ui.write;

import io.runfabric.console.operation.activity.ActivityLog;
import io.runfabric.console.operation.activity.Doing;
import io.runfabric.console.operation.hold.HoldMemory;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// What the window has one of for everything it changes: the activity log, and the stages it keeps
/// locked.
public final class Writes {

  private final Tasks tasks;
  private final Path folder;
  private final ActivityLog log;
  private final HoldMemory memory;
  private final Holds holds;
  private final ReadOnlyLongWrapper recorded = new ReadOnlyLongWrapper(this, "recorded", 0);

  /// @param folder the user's state folder
  /// @param warn told, in a sentence, what the user should know in passing
  /// @param alarm told, in a sentence, what the user should know wherever they are
  public Writes(
      Tasks tasks, Path folder, Clock clock, Consumer<String> warn, Consumer<String> alarm) {
    this.tasks = tasks;
    this.folder = folder;
    log =
        new ActivityLog(
            folder,
            clock,
            warning -> tasks.onScreen(() -> warn.accept(Texts.sentence(warning) + ".")));
    memory = new HoldMemory(folder);
    holds = new Holds(this, alarm);
  }

  public Tasks tasks() {
    return tasks;
  }

  /// The user's state folder.
  public Path folder() {
    return folder;
  }

  public ActivityLog log() {
    return log;
  }

  public HoldMemory memory() {
    return memory;
  }

  /// The stages this window keeps locked.
  public Holds holds() {
    return holds;
  }

  /// Does something that changes something and writes its line in the activity log, however it
  /// ends. Call in the background.
  public <T, X extends Exception> T record(Doing doing, ActivityLog.Work<T, X> work) throws X {
    try {
      return log.record(doing, work);
    } finally {
      tasks.onScreen(() -> recorded.set(recorded.get() + 1));
    }
  }

  /// How many lines this window wrote. Changes on the FX thread.
  public ReadOnlyLongProperty recordedProperty() {
    return recorded.getReadOnlyProperty();
  }
}
