package io.runfabric.console.cli.output;

import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.unlock.Evidence;
import io.runfabric.console.operation.unlock.Removal;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockResult;
import java.io.PrintStream;
import java.time.Instant;

/// Locks that are removed, for people.
///
/// @param redactor decides whether tokens are shown
public record UnlockText(PrintStream out, boolean coloured, Redactor redactor) {

  /// Each lock with what is known of it.
  public void plan(UnlockPlan plan) {
    if (plan.empty()) {
      String what = plan.scope().staleOnly() ? "No lock whose lease has ended" : "No lock";
      out.println(Plain.text(what + " on " + plan.scope().words() + "."));
    }
    plan.locks().forEach(this::print);
  }

  private void print(Evidence evidence) {
    Lock lock = evidence.lock();
    String provider = lock.provider().isEmpty() ? "" : "/" + lock.provider();
    String operation = lock.operation().isEmpty() ? "" : ", " + lock.operation();
    out.println(
        Style.HEADING.paint(Plain.text(lock.stage() + provider), coloured)
            + "  "
            + state(lock)
            + "  "
            + Plain.text(lock.ref().key() + " (" + lock.source().word() + ")"));
    line("holder", lock.holder() + operation);
    line("process", evidence.process().words());
    line("taken", time(lock.createdAt(), evidence.now()));
    line("lease", lease(lock, evidence.now()));
    line("heartbeat", time(lock.lastHeartbeatAt(), evidence.now()));
    line("id", lock.lockId().isEmpty() ? evidence.id() : redactor.value("lockId", evidence.id()));
    line("note", lock.reason());
    line("if removed", evidence.meaning());
    out.println();
  }

  private void line(String name, String value) {
    if (!value.isEmpty()) {
      out.println("  " + Style.FAINT.paint("%-11s".formatted(name), coloured) + Plain.text(value));
    }
  }

  private String state(Lock lock) {
    Style style =
        switch (lock.state()) {
          case HELD -> Style.NOTICE;
          case STALE -> Style.WARNING;
          case UNREADABLE -> Style.DANGER;
        };
    return style.paint(lock.state().word(), coloured);
  }

  private static String lease(Lock lock, Instant now) {
    return Timestamps.parse(lock.expiresAt())
        .map(end -> (now.isAfter(end) ? "ended " : "ends ") + time(lock.expiresAt(), now))
        .orElse(lock.expiresAt());
  }

  private static String time(String stored, Instant now) {
    return Timestamps.parse(stored)
        .map(then -> Timestamps.shown(stored) + " UTC, " + Timestamps.relative(then, now))
        .orElse(stored);
  }

  /// What became of the locks.
  public void result(UnlockResult result) {
    for (Removal removal : result.removals()) {
      out.println(
          Plain.text(removal.outcome().words() + " " + removal.evidence().lock().ref().key()));
    }
    if (result.free()) {
      out.println(Plain.text(result.sentence() + "."));
    }
  }
}
