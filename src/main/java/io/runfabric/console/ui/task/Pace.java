package io.runfabric.console.ui.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How fast a phase of some work goes.
///
/// @param since when the phase began
/// @param done items finished
/// @param total items in all; negative while unknown
public record Pace(Instant since, long done, long total) {

  /// Sooner, a figure would only jump.
  private static final Duration TOO_EARLY = Duration.ofSeconds(1);

  /// Between 0 and 1; negative while unknown.
  public double fraction() {
    return total <= 0 ? -1 : Math.min(1, (double) done / total);
  }

  /// Items a second; empty while it is too early to tell.
  public Optional<Double> perSecond(Instant now) {
    Duration elapsed = Duration.between(since, now);
    return done <= 0 || elapsed.compareTo(TOO_EARLY) < 0
        ? Optional.empty()
        : Optional.of(done * 1_000.0 / elapsed.toMillis());
  }

  /// How long the rest takes if it goes on like this; empty while nobody can tell.
  public Optional<Duration> left(Instant now) {
    return perSecond(now)
        .filter(_ -> total > done)
        .map(rate -> Duration.ofMillis(Math.round((total - done) / rate * 1_000)));
  }
}
