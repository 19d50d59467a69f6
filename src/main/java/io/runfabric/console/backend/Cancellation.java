package io.runfabric.console.backend;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A request to stop, shared by whoever started a piece of work and everything that does it.
public final class Cancellation {

  private static final long CHECK_MILLISECONDS = 50;

  private final Optional<Cancellation> around;
  private volatile boolean requested;

  public Cancellation() {
    this(Optional.empty());
  }

  private Cancellation(Optional<Cancellation> around) {
    this.around = around;
  }

  /// A token nobody cancels.
  public static Cancellation never() {
    return new Cancellation();
  }

  /// A token for a part of the work: cancelled with the whole, or by itself.
  public Cancellation part() {
    return new Cancellation(Optional.of(this));
  }

  public void cancel() {
    requested = true;
  }

  public boolean requested() {
    return requested || around.filter(Cancellation::requested).isPresent();
  }

  /// @throws CancellationException once [#cancel()] was called
  public void check() {
    if (requested()) {
      throw new CancellationException("cancelled");
    }
  }

  /// The result of a call that may block for long, such as a request; it is left, and interrupted,
  /// soon after cancellation.
  ///
  /// @throws ExecutionException when the call fails
  /// @throws CancellationException once cancelled
  public <T> T leaving(Callable<T> call) throws ExecutionException {
    check();
    FutureTask<T> task = new FutureTask<>(call);
    Thread worker = Thread.startVirtualThread(task);
    try {
      return await(task);
    } finally {
      worker.interrupt();
    }
  }

  /// The result of something under way, waited for until cancelled.
  ///
  /// @throws ExecutionException when it failed
  /// @throws CancellationException once cancelled, or when this thread is interrupted
  public <T> T await(Future<T> underWay) throws ExecutionException {
    while (true) {
      check();
      try {
        return underWay.get(CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // Not yet; look again whether it is still wanted.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
  }
}
