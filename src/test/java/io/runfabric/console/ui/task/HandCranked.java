package io.runfabric.console.ui.task;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// An executor for tests: what it is given waits until a test cranks it, in order, on the test's
/// own thread.
public final class HandCranked implements Executor {

  private static final int MOST_ROUNDS = 1_000;

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable work) {
    waiting.add(work);
  }

  /// How many pieces of work wait.
  public int waiting() {
    return waiting.size();
  }

  /// Runs the piece that has waited longest; false when none waits.
  public boolean crank() {
    Runnable next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  /// Runs what waits, and what comes of it, until nothing does.
  public void run() {
    Runnable next = waiting.poll();
    while (next != null) {
      next.run();
      next = waiting.poll();
    }
  }

  /// Runs both until neither has anything left.
  public static void settle(HandCranked workers, HandCranked screen) {
    for (int round = 0; workers.waiting() + screen.waiting() > 0; round++) {
      if (round == MOST_ROUNDS) {
        throw new AssertionError("there is always more to do");
      }
      workers.run();
      screen.run();
    }
  }
}
