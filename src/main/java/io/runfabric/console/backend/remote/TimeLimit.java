package io.runfabric.console.backend.remote;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends what would take too long: a name that is not looked up, an answer that trickles.
public final class TimeLimit {

  private TimeLimit() {}

  /// The result of a call, which is left and interrupted once its time is up.
  ///
  /// @throws ExecutionException when the call fails
  /// @throws CancellationException when this thread is interrupted
  public static <T> T within(Duration limit, Callable<T> call)
      throws ExecutionException, TimeoutException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread worker = Thread.startVirtualThread(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      worker.interrupt();
    }
  }
}
