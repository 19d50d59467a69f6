package io.runfabric.console.cli.output;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How far and how fast a phase goes, and when it is time to show it again.
final class ProgressPace {

  private final LongSupplier nanoseconds;
  private final long interval;
  private long started;
  private long shown;

  /// @param nanoseconds a clock that only goes forward
  ProgressPace(LongSupplier nanoseconds, Duration interval) {
    this.nanoseconds = nanoseconds;
    this.interval = interval.toNanos();
    restart();
  }

  void restart() {
    started = nanoseconds.getAsLong();
    shown = started;
  }

  /// Whether enough time has gone by since the last time this was true.
  boolean due() {
    long now = nanoseconds.getAsLong();
    if (now - shown < interval) {
      return false;
    }
    shown = now;
    return true;
  }

  /// Items a second; 0 while it is too early to tell.
  long perSecond(long done) {
    long milliseconds = (nanoseconds.getAsLong() - started) / 1_000_000;
    return milliseconds == 0 ? 0 : done * 1_000 / milliseconds;
  }
}
