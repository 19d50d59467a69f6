package io.runfabric.console.cli.command;

import io.runfabric.console.backend.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C, or a polite end from outside, into a cancellation, and keeps the JVM until the
/// work has come to its end. The JVM's exit code is then the signal's: 130 for Ctrl-C.
final class Interruption implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 15;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Cancellation cancellation) {
    hook =
        Thread.ofPlatform()
            .name("interruption")
            .unstarted(() -> {
              cancellation.cancel();
              await();
            });
  }

  /// From now on, until closed.
  static Interruption cancelling(Cancellation cancellation) {
    Interruption interruption = new Interruption(cancellation);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void await() {
    try {
      var _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The work is done, and what it had to say is said.
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It is running.
    }
  }
}
