package io.runfabric.console.ui.locks;

import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.unlock.Caution;
import io.runfabric.console.operation.unlock.Evidence;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.write.Exhibit;
import io.runfabric.console.ui.write.Exhibit.Fact;
import java.time.Instant;
import java.util.List;

/// What is known of locks and their holders, as it is shown before anything happens to them.
final class LockExhibits {

  private LockExhibits() {}

  static List<Exhibit> of(List<Evidence> locks) {
    return locks.stream().map(LockExhibits::of).toList();
  }

  static Exhibit of(Evidence evidence) {
    return of(evidence, Texts.sentence(evidence.meaning()) + ".");
  }

  /// For a lock whose removal needs no warning.
  static Exhibit plain(Evidence evidence) {
    return of(evidence, "");
  }

  private static Exhibit of(Evidence evidence, String meaning) {
    Lock lock = evidence.lock();
    Instant now = evidence.now();
    return new Exhibit(
        lock.provider().isEmpty() ? lock.stage() : lock.stage() + " · " + lock.provider(),
        lock.state().word(),
        Locks.tone(lock),
        List.of(
            Fact.exact("Holder", lock.holder()),
            Fact.of("Process", Texts.sentence(evidence.process().words())),
            Fact.of("Operation", Locks.operation(lock)),
            Fact.of("Reason", lock.maintenance().orElse("")),
            Fact.of("Taken", time(lock.createdAt(), now)),
            Fact.of("Lease", lease(lock, now)),
            Fact.of("Heartbeat", time(lock.lastHeartbeatAt(), now)),
            Fact.of("Note", Texts.sentence(lock.reason())),
            Fact.exact("Kept in", lock.ref().toString())),
        meaning,
        severity(evidence.caution()));
  }

  private static String time(String stored, Instant now) {
    return Timestamps.parse(stored)
        .map(then -> Timestamps.relative(then, now) + " (" + Timestamps.shown(stored) + " UTC)")
        .orElse(stored);
  }

  private static String lease(Lock lock, Instant now) {
    return Timestamps.parse(lock.expiresAt())
        .map(end -> (now.isAfter(end) ? "ended " : "ends ") + time(lock.expiresAt(), now))
        .map(Texts::sentence)
        .orElse(lock.expiresAt());
  }

  private static Tone severity(Caution caution) {
    return switch (caution) {
      case ABANDONED -> Tone.NEUTRAL;
      case MAY_BE_WORKED_UNDER -> Tone.WARNING;
      case GUARDED -> Tone.DANGER;
    };
  }
}
