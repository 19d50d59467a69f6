package io.runfabric.console.provider.rest;

import io.runfabric.console.backend.Cancellation;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/// Holds back all requests of a client once one of them was throttled: what asks on makes a busy
/// service busier.
final class Throttle {

  /// In the JVM's own time, whose zero is anywhere.
  private final AtomicLong heldUntil = new AtomicLong(System.nanoTime());

  /// Lets nothing pass for a while. What is held longer already stays so.
  void hold(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    heldUntil.accumulateAndGet(until, (was, is) -> is - was > 0 ? is : was);
  }

  /// Waits until requests may pass.
  ///
  /// @param deadline in the JVM's own time
  /// @return false, at once, when that would be after the deadline
  /// @throws java.util.concurrent.CancellationException once cancelled
  boolean pass(long deadline, Cancellation cancellation) {
    while (true) {
      cancellation.check();
      long until = heldUntil.get();
      long left = until - System.nanoTime();
      if (left <= 0) {
        return true;
      }
      if (until - deadline > 0) {
        return false;
      }
      sleep(left, cancellation);
    }
  }

  private static void sleep(long nanos, Cancellation cancellation) {
    try {
      cancellation.leaving(() -> {
        Thread.sleep(Duration.ofNanos(nanos));
        return nanos;
      });
    } catch (ExecutionException e) {
      throw new IllegalStateException("sleeping does not fail", e);
    }
  }
}
