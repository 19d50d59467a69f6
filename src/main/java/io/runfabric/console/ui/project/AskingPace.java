package io.runfabric.console.ui.project;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a backend is asked the next time: soon at first and after everything that makes news
/// likely, ever more seldom while there is none, and more seldom still while it does not answer.
/// Each pause is drawn out a little by chance, so that many consoles do not ask in time.
final class AskingPace {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration CALM = Duration.ofMinutes(1);
  private static final Duration FAILING = Duration.ofMinutes(5);
  private static final double DRAWN_OUT = 0.2;

  private final RandomGenerator chance;
  private Duration pause = SOON;
  private boolean failing;
  // Empty until somebody wants to know whether it is time: the pause begins there.
  private Optional<Instant> next = Optional.empty();

  AskingPace(RandomGenerator chance) {
    this.chance = chance;
  }

  /// The present pause, not drawn out.
  Duration pause() {
    return pause;
  }

  /// Whether it is time to ask.
  boolean due(Instant now) {
    if (next.isEmpty()) {
      next = Optional.of(after(now));
    }
    return !now.isBefore(next.get());
  }

  /// The backend answered that all is as it was.
  void unchanged() {
    pause = failing ? SOON : shorter(pause.multipliedBy(2), CALM);
    failing = false;
    next = Optional.empty();
  }

  /// The backend did not answer.
  void failed() {
    pause = shorter(pause.multipliedBy(2), FAILING);
    failing = true;
    next = Optional.empty();
  }

  /// There was news: more is likely.
  void restart() {
    pause = SOON;
    failing = false;
    next = Optional.empty();
  }

  /// The user did something. A backend that does not answer is not asked the sooner for it.
  void acted(Instant now) {
    if (!failing) {
      returned(now);
    }
  }

  /// The user came back.
  void returned(Instant now) {
    pause = SOON;
    Instant soon = after(now);
    next = next.filter(soon::isAfter).or(() -> Optional.of(soon));
  }

  private Instant after(Instant now) {
    double factor = 1 + DRAWN_OUT * chance.nextDouble();
    return now.plusMillis(Math.round(pause.toMillis() * factor));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
