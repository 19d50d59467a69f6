package io.runfabric.console.ui.task;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs background work and tells what runs and what came of it. Work runs on the worker executor;
/// everything the screen sees happens through the screen executor (`Platform::runLater` in the
/// window, the caller's thread in tests).
public final class Tasks {

  /// How many that have ended are kept.
  public static final int MOST_KEPT = 50;

  /// The work itself. It must check the cancellation and may report progress from any thread.
  public interface Work<T> {
    T run(Progress progress, Cancellation cancellation) throws Exception;
  }

  private final Executor workers;
  private final Executor screen;
  private final Clock clock;
  private final AtomicInteger aside = new AtomicInteger();
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
  private final ObservableList<RunningTask> runningView =
      FXCollections.unmodifiableObservableList(running);
  private final ObservableList<RunningTask> ended = FXCollections.observableArrayList();
  private final ObservableList<RunningTask> endedView =
      FXCollections.unmodifiableObservableList(ended);
  private final ReadOnlyObjectWrapper<Optional<RunningTask>> failure =
      new ReadOnlyObjectWrapper<>(this, "failure", Optional.empty());
  private final BooleanProperty readOnly = new SimpleBooleanProperty(this, "readOnly", false);

  public Tasks(Executor workers, Executor screen) {
    this(workers, screen, Clock.systemUTC());
  }

  /// @param clock what tells how long work takes
  public Tasks(Executor workers, Executor screen, Clock clock) {
    this.workers = workers;
    this.screen = screen;
    this.clock = clock;
  }

  /// What is running now, oldest first. Changes on the FX thread only.
  public ObservableList<RunningTask> running() {
    return runningView;
  }

  /// What has ended, the latest first: at most [#MOST_KEPT], and of the same reading that went well
  /// only the last. Changes on the FX thread only.
  public ObservableList<RunningTask> ended() {
    return endedView;
  }

  /// Forgets what has ended.
  public void forgetEnded() {
    ended.clear();
  }

  /// The latest work whose failure the user is to be told. Changes on the FX thread only.
  public ReadOnlyObjectProperty<Optional<RunningTask>> failureProperty() {
    return failure.getReadOnlyProperty();
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

  /// The running work that writes.
  public List<RunningTask> writing() {
    return running.stream().filter(task -> task.nature() == Nature.WRITING).toList();
  }

  /// Asks everything that runs to stop.
  public void cancelAll() {
    List.copyOf(running).forEach(RunningTask::cancel);
  }

  /// Starts work. Exactly one of its callbacks is called, on the FX thread: when it was cancelled,
  /// none but the one for unwanted results. Call on the FX thread.
  public <T> RunningTask start(Job<T> job) {
    RunningTask task = new RunningTask(job.title(), job.nature(), clock.instant());
    running.add(task);
    if (job.nature() == Nature.WRITING && readOnly.get()) {
      screen.execute(() -> fail(task, job, new TaskState.Failed(readOnly(job.title()), "")));
    } else {
      workers.execute(() -> run(task, job));
    }
    return task;
  }

  private static Failure readOnly(String title) {
    return new Failure(
        title,
        "The window is in read-only mode, so nothing was changed.",
        "Switch read-only mode off, then do it again.",
        List.of(),
        List.of(),
        Optional.empty());
  }

  // Every throwable is caught: work that dies unseen would be shown as running for ever.
  private <T> void run(RunningTask task, Job<T> job) {
    Runnable outcome;
    try {
      T result = job.work().run(new Reporting(task, screen, clock), task.cancellation());
      String told = job.telling().apply(result);
      outcome = () -> succeed(task, job, result, told);
    } catch (Throwable e) {
      TaskState.Failed how =
          new TaskState.Failed(Failure.of(task.title(), e), Redactor.masking().trace(e));
      boolean asAsked = job.nature() != Nature.WRITING || e instanceof CancellationException;
      outcome =
          () -> {
            if (task.cancelled() && asAsked) {
              end(task, job, new TaskState.Stopped());
            } else {
              fail(task, job, how);
            }
          };
    }
    screen.execute(outcome);
  }

  // What was written is written, also when it was to be stopped.
  private <T> void succeed(RunningTask task, Job<T> job, T result, String told) {
    boolean done = !task.cancelled() || job.nature() == Nature.WRITING;
    end(task, job, done ? new TaskState.Done(told) : new TaskState.Stopped());
    (task.cancelled() ? job.unwanted() : job.succeeded()).accept(result);
  }

  private <T> void fail(RunningTask task, Job<T> job, TaskState.Failed how) {
    end(task, job, how);
    if (!task.cancelled()) {
      job.failed().ifPresent(told -> told.accept(how.failure()));
    }
    if (job.announced()) {
      failure.set(Optional.of(task));
    }
  }

  private void end(RunningTask task, Job<?> job, TaskState how) {
    running.remove(task);
    task.again(job.again());
    task.ended(how, clock.instant());
    boolean failed = how instanceof TaskState.Failed;
    if (failed || (task.nature() != Nature.PASSING && !task.abandoned())) {
      keep(task);
    }
  }

  private void keep(RunningTask task) {
    if (readWell(task)) {
      ended.removeIf(before -> readWell(before) && before.title().equals(task.title()));
    }
    ended.addFirst(task);
    if (ended.size() > MOST_KEPT) {
      ended.removeLast();
    }
  }

  private static boolean readWell(RunningTask task) {
    return task.nature() == Nature.READING && task.stateProperty().get() instanceof TaskState.Done;
  }
}
