package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads bring about, no longer than it takes.
final class Patience {

  private static final Duration MOST = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(5);

  private Patience() {}

  /// Asks again and again until the answer is yes; fails when that takes too long.
  static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
