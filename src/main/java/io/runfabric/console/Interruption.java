package io.runfabric.console;

import io.runfabric.console.backend.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// What Ctrl-C does: the command is told to stop and gets some seconds to leave nothing half-done.
/// The JVM then ends with the code of the signal, 130.
final class Interruption {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Cancellation cancellation = Cancellation.never();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean idle;

  private Interruption() {}

  static Interruption watched() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
    return interruption;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /// Nothing is left to be stopped.
  void ended() {
    ended.countDown();
  }

  /// Does what needs no time to stop, such as waiting for an answer.
  <T> T idle(Supplier<T> waiting) {
    idle = true;
    try {
      return waiting.get();
    } finally {
      idle = false;
    }
  }

  private void stop() {
    cancellation.cancel();
    if (idle) {
      return;
    }
    try {
      var _ = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
