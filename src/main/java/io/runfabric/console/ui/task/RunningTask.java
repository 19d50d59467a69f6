package io.runfabric.console.ui.task;

import io.runfabric.console.backend.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A piece of background work as the window shows it, while it runs and after. Properties change on
/// the FX thread only.
public final class RunningTask {

  private final String title;
  private final Nature nature;
  private final Instant startedAt;
  private final Cancellation cancellation = new Cancellation();
  private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(this, "done", 0);
  private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total", -1);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running", true);
  private final ReadOnlyObjectWrapper<TaskState> state =
      new ReadOnlyObjectWrapper<>(this, "state", new TaskState.Running());
  private final ReadOnlyObjectWrapper<Optional<Runnable>> again =
      new ReadOnlyObjectWrapper<>(this, "again", Optional.empty());
  private final ObservableList<LogLine> log = FXCollections.observableArrayList();
  private final ObservableList<LogLine> logView = FXCollections.unmodifiableObservableList(log);
  private final List<Runnable> atItsEnd = new ArrayList<>();
  private Instant phaseBegan;
  private boolean abandoned;
  private Optional<Instant> endedAt = Optional.empty();

  RunningTask(String title, Nature nature, Instant startedAt) {
    this.title = title;
    this.nature = nature;
    this.startedAt = startedAt;
    this.phaseBegan = startedAt;
  }

  public String title() {
    return title;
  }

  public Nature nature() {
    return nature;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /// How long it has taken so far, or took.
  public Duration took(Instant now) {
    return Duration.between(startedAt, endedAt.orElse(now));
  }

  /// Asks the work to stop; it ends within a second, or once what it writes is whole.
  public void cancel() {
    cancellation.cancel();
    if (state.get() instanceof TaskState.Running) {
      state.set(new TaskState.Stopping());
    }
  }

  /// Stops work whose place something else took; what becomes of it is of no interest.
  public void abandon() {
    abandoned = true;
    cancel();
  }

  boolean abandoned() {
    return abandoned;
  }

  public boolean cancelled() {
    return cancellation.requested();
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /// How far and how fast the phase goes that is under way.
  public Pace pace() {
    return new Pace(phaseBegan, done.get(), total.get());
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

  /// Has something done once this has ended. It is forgotten then: what has ended is kept for long,
  /// and must not keep a whole page or dialog, nor what was typed there. Call on the FX thread.
  public void whenEnded(Runnable then) {
    atItsEnd.add(then);
  }

  /// Set before [#runningProperty()].
  public ReadOnlyObjectProperty<TaskState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What it said on its way, oldest first.
  public ObservableList<LogLine> log() {
    return logView;
  }

  /// Does it once more; empty where that makes no sense.
  public ReadOnlyObjectProperty<Optional<Runnable>> againProperty() {
    return again.getReadOnlyProperty();
  }

  /// What it was about is gone: it cannot be done again.
  public void noMore() {
    again.set(Optional.empty());
  }

  void again(Optional<Runnable> action) {
    again.set(action);
  }

  void reached(long items, long of) {
    done.set(items);
    total.set(of);
  }

  void phase(String name, Instant now) {
    phaseBegan = now;
    reached(0, -1);
    say(name, now);
  }

  void ended(TaskState how, Instant now) {
    endedAt = Optional.of(now);
    switch (how) {
      case TaskState.Done(String result) -> say(result.isEmpty() ? "done" : result, now);
      case TaskState.Stopped() -> say("stopped", now);
      case TaskState.Failed(Failure failure, _) -> say("failed: " + failure.message(), now);
      case TaskState.Running(), TaskState.Stopping() ->
          throw new IllegalStateException("it goes on");
    }
    state.set(how);
    running.set(false);
    List<Runnable> due = List.copyOf(atItsEnd);
    atItsEnd.clear();
    due.forEach(Runnable::run);
  }

  private void say(String text, Instant now) {
    log.add(new LogLine(now, text));
  }
}
