package io.runfabric.console.ui.locks;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.ui.detail.Subject;
import io.runfabric.console.ui.listing.Listing;
import io.runfabric.console.ui.listing.Rows;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.project.StageRunbook;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.CellKind;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.RowCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The page of locks.
public final class Locks {

  private Locks() {}

  public static Listing<Lock> listing() {
    return new Listing<>(
        columns(),
        Locks::key,
        project -> Rows.of(project, project.locks()),
        Locks::subject,
        (lock, project) -> project.commandWords(command(lock)),
        new RowCount("lock", "locks"),
        "Filter, such as state:held",
        new Listing.Absence(
            Icons.LOCKS,
            "No locks",
            "Nobody is deploying: the backend keeps no lock of this project. A deploy takes one and"
                + " releases it at its end."));
  }

  static List<Column<Lock>> columns() {
    return List.of(
        Column.of("stage", "Stage", CellKind.STAGE, 136, Lock::stage),
        Column.<Lock>of("state", "State", CellKind.BADGE, 96, lock -> lock.state().word())
            .withTone(Locks::tone)
            .withNote(Lock::reason)
            .withRank(Locks::urgency),
        Column.<Lock>of("lease", "Lease", CellKind.TEXT, 152, Lock::expiresAt)
            .withShown(Locks::lease)
            .withNote(Locks::leaseEnd)
            .withRank(lock -> millis(lock.expiresAt())),
        Column.of("holder", "Holder", CellKind.MONO, 152, Lock::holder),
        Column.<Lock>of("process", "Process", CellKind.BADGE, 112, Locks::process)
            .withTone(Locks::processTone),
        Column.<Lock>of("operation", "Operation", CellKind.TEXT, 120, Locks::operation)
            .withNote(Lock::operation),
        Column.time("taken", "Taken", 96, Lock::createdAt),
        Column.time("heartbeat", "Heartbeat", 104, Lock::lastHeartbeatAt),
        Column.<Lock>of("provider", "Provider", CellKind.TEXT, 136, Lock::provider),
        Column.<Lock>of("note", "Note", CellKind.TEXT, 160, Locks::note),
        Column.<Lock>of("service", "Service", CellKind.TEXT, 136, Lock::service).hidden(),
        Column.<Lock>of("source", "Written by", CellKind.TEXT, 104, lock -> lock.source().word())
            .hidden(),
        Column.<Lock>of("key", "Key", CellKind.MONO, 280, lock -> lock.ref().key()).hidden());
  }

  static Tone tone(Lock lock) {
    return switch (lock.state()) {
      case HELD -> Tone.ACCENT;
      case STALE -> Tone.WARNING;
      case UNREADABLE -> Tone.DANGER;
    };
  }

  private static long urgency(Lock lock) {
    return switch (lock.state()) {
      case UNREADABLE -> 0;
      case STALE -> 1;
      case HELD -> 2;
    };
  }

  /// How long the lease still lasts, to the second while that is what decides: `4:59 left`, `ended
  /// 2 h ago`.
  static String lease(Lock lock, Instant now) {
    return Timestamps.parse(lock.expiresAt())
        .map(end -> {
          Duration left = Duration.between(now, end);
          return left.isNegative() || left.isZero()
              ? "ended " + Timestamps.relative(end, now)
              : countdown(left) + " left";
        })
        .orElse(lock.expiresAt());
  }

  private static String countdown(Duration left) {
    return left.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
  }

  private static String leaseEnd(Lock lock) {
    return Timestamps.parse(lock.expiresAt())
        .map(_ -> "ends " + Timestamps.shown(lock.expiresAt()) + " UTC")
        .orElse("");
  }

  /// What the holder does; a hold is `maintenance`, and its reason is the [#note].
  static String operation(Lock lock) {
    return lock.maintenance().isPresent() ? "maintenance" : lock.operation();
  }

  private static String note(Lock lock) {
    return lock.maintenance().orElse(lock.reason());
  }

  private static String process(Lock lock) {
    return lock.pidAlive().map(alive -> alive ? "running" : "not running").orElse("");
  }

  private static Tone processTone(Lock lock) {
    return lock.pidAlive().filter(alive -> !alive).isPresent() && lock.live()
        ? Tone.WARNING
        : Tone.NEUTRAL;
  }

  private static long millis(String stored) {
    return Timestamps.parse(stored).map(Instant::toEpochMilli).orElse(0L);
  }

  private static Subject subject(Lock lock, ProjectModel project) {
    return new Subject.OfLock(
        lock,
        StageRunbook.of(project, lock.stage()).stream()
            .filter(situation -> situation.subject().equals(lock.ref().key()))
            .toList());
  }

  private static DocumentRef key(Lock lock) {
    return lock.ref();
  }

  private static List<String> command(Lock lock) {
    List<String> words = new ArrayList<>(List.of("lock", "list"));
    if (!lock.stage().isEmpty()) {
      words.addAll(List.of("--stage", lock.stage()));
    }
    return words;
  }
}
