package io.runfabric.console.ui.task;

import io.runfabric.console.operation.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Takes a task's progress to the screen, which gets the newest figure when it gets to it, however
/// often the work reports.
final class Reporting implements Progress {

  private final RunningTask task;
  private final Executor screen;
  private final Clock clock;
  private volatile Counter counter = new Counter();

  Reporting(RunningTask task, Executor screen, Clock clock) {
    this.task = task;
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public void at(long done, long total) {
    counter.at(done, total);
  }

  @Override
  public void phase(String name) {
    Instant now = clock.instant();
    counter = new Counter();
    screen.execute(() -> task.phase(name, now));
  }

  /// Counts one phase; what it says when the next one has begun is dropped.
  private final class Counter {

    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Reached latest = new Reached(0, -1);

    void at(long done, long total) {
      latest = new Reached(done, total);
      if (underWay.compareAndSet(false, true)) {
        screen.execute(this::show);
      }
    }

    private void show() {
      underWay.set(false);
      Reached now = latest;
      if (counter.equals(this)) {
        task.reached(now.done(), now.total());
      }
    }
  }

  private record Reached(long done, long total) {}
}
