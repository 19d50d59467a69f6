package io.runfabric.console.backend.lock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// When a lease started, by two clocks: one that nobody can set, and the wall clock, which alone
/// goes on while a machine sleeps and is what others judge by. Whichever runs out first counts.
record Term(long nanos, Instant at) {

  static Term from(Clock clock) {
    return new Term(System.nanoTime(), clock.instant());
  }

  /// What is left of a lease that started then.
  Duration left(Duration lease, Clock clock) {
    Duration counted = lease.minusNanos(System.nanoTime() - nanos);
    Duration told = Duration.between(clock.instant(), at.plus(lease));
    return counted.compareTo(told) <= 0 ? counted : told;
  }
}
