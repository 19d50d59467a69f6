package io.runfabric.console.ui.task;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs background work and shows what is running. Work runs on the worker executor; everything the
/// screen sees happens through the screen executor (`Platform::runLater` in the window, the
/// caller's thread in tests).
public final class Tasks {

  /// The work itself. It must check the cancellation and may report progress from any thread.
  public interface Work<T> {
    T run(Progress progress, Cancellation cancellation) throws Exception;
  }

  private final Executor workers;
  private final Executor screen;
  private final AtomicInteger aside = new AtomicInteger();
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
  private final ObservableList<RunningTask> runningView =
      FXCollections.unmodifiableObservableList(running);

  private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly", false);

  public Tasks(Executor workers, Executor screen) {
    this.workers = workers;
    this.screen = screen;
  }

  /// What is running now, oldest first. Changes on the FX thread only.
  public ObservableList<RunningTask> running() {
    return runningView;
  }

  /// Whether work that writes is refused. Work that runs already goes on.
  public BooleanProperty readOnlyProperty() {
    return readOnly;
  }

  /// Runs something on the FX thread, later.
  public void onScreen(Runnable change) {
    screen.execute(change);
  }

  /// Runs something in the background that the screen neither shows nor waits for, such as closing
  /// what is no longer used.
  public void aside(Runnable work) {
    aside.incrementAndGet();
    workers.execute(() -> {
      try {
        work.run();
      } finally {
        aside.decrementAndGet();
      }
    });
  }

  /// Runs something in the background that lasts as long as the user wants, and so is no sign of
  /// being busy.
  public void lasting(Runnable work) {
    workers.execute(work);
  }

  /// Whether nothing runs in the background. What has ended may still have to reach the screen.
  public boolean idle() {
    return running.isEmpty() && aside.get() == 0;
  }

  /// Starts work. Exactly one of the two callbacks is called, on the FX thread, unless the work was
  /// cancelled: then neither is. Call on the FX thread.
  public <T> RunningTask start(
      String title, Work<T> work, Consumer<T> succeeded, Consumer<Failure> failed) {
    return start(title, work, succeeded, failed, _ -> {});
  }

  /// As [#start(String, Work, Consumer, Consumer)], for results that hold something open.
  ///
  /// @param unwanted takes, on the FX thread, a result that arrived after the work was cancelled
  public <T> RunningTask start(
      String title,
      Work<T> work,
      Consumer<T> succeeded,
      Consumer<Failure> failed,
      Consumer<T> unwanted) {
    RunningTask task = new RunningTask(title);
    running.add(task);
    workers.execute(() -> run(task, work, succeeded, failed, unwanted));
    return task;
  }

  // Every throwable is caught: work that dies unseen would be shown as running for ever.
  private <T> void run(
      RunningTask task,
      Work<T> work,
      Consumer<T> succeeded,
      Consumer<Failure> failed,
      Consumer<T> unwanted) {
    Runnable outcome;
    try {
      T result = work.run(coalesced(task), task.cancellation());
      outcome = () -> (task.cancelled() ? unwanted : succeeded).accept(result);
    } catch (Throwable e) {
      outcome =
          () -> {
            if (!task.cancelled()) {
              failed.accept(Failure.of(task.title(), e));
            }
          };
    }
    finish(task, outcome);
  }

  private void finish(RunningTask task, Runnable outcome) {
    screen.execute(() -> {
      running.remove(task);
      task.ended();
      outcome.run();
    });
  }

  // The screen takes the newest figure when it gets to it, however often the work reports.
  private Progress coalesced(RunningTask task) {
    AtomicLong done = new AtomicLong();
    AtomicLong total = new AtomicLong(-1);
    AtomicBoolean underWay = new AtomicBoolean();
    return (reached, of) -> {
      done.set(reached);
      total.set(of);
      if (underWay.compareAndSet(false, true)) {
        screen.execute(() -> {
          underWay.set(false);
          task.reached(done.get(), total.get());
        });
      }
    };
  }
}
