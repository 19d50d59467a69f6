package io.runfabric.console.ui.task;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();

  public Tasks(Executor workers, Executor screen) {
    this.workers = workers;
    this.screen = screen;
  }

  /// What is running now, oldest first. Changes on the FX thread only.
  public ObservableList<RunningTask> running() {
    return FXCollections.unmodifiableObservableList(running);
  }

  /// Runs something on the FX thread, later.
  public void onScreen(Runnable change) {
    screen.execute(change);
  }

  /// Starts work. Exactly one of the two callbacks is called, on the FX thread, unless the work was
  /// cancelled: then neither is. Call on the FX thread.
  public <T> RunningTask start(
      String title, Work<T> work, Consumer<T> succeeded, Consumer<Failure> failed) {
    RunningTask task = new RunningTask(title);
    running.add(task);
    workers.execute(() -> {
      try {
        T result = work.run(coalesced(task), task.cancellation());
        finish(task, () -> succeeded.accept(result));
      } catch (CancellationException _) {
        finish(task, () -> {});
      } catch (Exception e) {
        finish(task, () -> failed.accept(Failure.of(title, e)));
      }
    });
    return task;
  }

  private void finish(RunningTask task, Runnable outcome) {
    screen.execute(() -> {
      running.remove(task);
      task.ended();
      if (!task.cancelled()) {
        outcome.run();
      }
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
