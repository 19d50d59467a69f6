package io.runfabric.console.cli.output;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Stages;
import io.runfabric.console.model.Timestamps;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables of rows that several commands print.
public final class StateText {

  private final PrintStream out;
  private final boolean coloured;
  private final Instant now;

  public StateText(PrintStream out, boolean coloured, Instant now) {
    this.out = out;
    this.coloured = coloured;
    this.now = now;
  }

  /// A table that entries are added to as they arrive.
  public TextTable entryTable() {
    return new TextTable(
        out, coloured, "STAGE", "PROVIDER", "SERVICE", "KIND", "UPDATED", "AGE", "HEALTH");
  }

  public void add(TextTable table, Entry entry) {
    table.row(
        new Cell(entry.stage(), production(entry.stage()) ? Style.HEADING : Style.PLAIN),
        Cell.of(orDash(entry.provider())),
        Cell.of(orDash(entry.service())),
        Cell.of(entry.kind().word()),
        Cell.of(orDash(Timestamps.shown(entry.updatedAt()))),
        Cell.faint(age(entry.updatedAt())),
        health(entry));
  }

  public void locks(List<Lock> locks) {
    if (locks.isEmpty()) {
      return;
    }
    heading("Locks");
    try (TextTable table =
        new TextTable(
            out,
            coloured,
            "STAGE",
            "PROVIDER",
            "STATE",
            "HOLDER",
            "OPERATION",
            "LEASE",
            "HEARTBEAT",
            "SOURCE")) {
      for (Lock lock : locks) {
        table.row(
            Cell.of(lock.stage()),
            Cell.of(orDash(lock.provider())),
            state(lock),
            Cell.of(lock.holder() + alive(lock.pidAlive())),
            Cell.of(orDash(lock.operation())),
            Cell.of(lease(lock)),
            Cell.of(orDash(age(lock.lastHeartbeatAt()))),
            Cell.faint(
                lock.source().word() + (lock.reason().isEmpty() ? "" : ": " + lock.reason())));
      }
    }
  }

  public void journals(List<Journal> journals) {
    if (journals.isEmpty()) {
      return;
    }
    heading("Journals");
    try (TextTable table =
        new TextTable(
            out,
            coloured,
            "STAGE",
            "OPERATION",
            "STATUS",
            "ATTEMPTS",
            "VERSION",
            "CHECKSUM",
            "UPDATED",
            "AGE")) {
      for (Journal journal : journals) {
        boolean loads = journal.health() instanceof Health.Ok;
        table.row(
            Cell.of(journal.stage()),
            Cell.of(orDash(journal.operation())),
            status(journal),
            Cell.of(loads ? Long.toString(journal.attemptCount()) : "-"),
            Cell.of(loads ? Long.toString(journal.version()) : "-"),
            Cell.of(loads ? journal.checksum().word() : "-"),
            Cell.of(orDash(Timestamps.shown(journal.updatedAt()))),
            Cell.faint(age(journal.updatedAt())));
      }
    }
  }

  public void heading(String title) {
    out.println();
    out.println(Style.HEADING.paint(title, coloured));
  }

  private static Cell health(Entry entry) {
    return switch (entry.health()) {
      case Health.Ok() when entry.notes().isEmpty() -> new Cell("ok", Style.GOOD);
      case Health.Ok() -> new Cell("ok, but " + String.join("; ", entry.notes()), Style.WARNING);
      case Health.Unreadable(String reason) -> new Cell("unreadable: " + reason, Style.DANGER);
    };
  }

  private static Cell state(Lock lock) {
    return new Cell(
        lock.state().word(),
        switch (lock.state()) {
          case HELD -> Style.NOTICE;
          case STALE -> Style.WARNING;
          case UNREADABLE -> Style.DANGER;
        });
  }

  private static Cell status(Journal journal) {
    if (journal.health() instanceof Health.Unreadable(String reason)) {
      return new Cell("unreadable: " + reason, Style.DANGER);
    }
    return journal.interrupted()
        ? new Cell(journal.status() + " (interrupted)", Style.DANGER)
        : Cell.of(journal.status());
  }

  private String lease(Lock lock) {
    Optional<Instant> expiry = Timestamps.parse(lock.expiresAt());
    if (expiry.isEmpty()) {
      return "-";
    }
    String when = Timestamps.relative(expiry.get(), now);
    return (expiry.get().isAfter(now) ? "ends " : "ended ") + when;
  }

  private static String alive(Optional<Boolean> pidAlive) {
    return pidAlive.map(alive -> alive ? " (alive)" : " (not running)").orElse("");
  }

  private String age(String time) {
    return Timestamps.parse(time).map(then -> Timestamps.relative(then, now)).orElse("");
  }

  private static boolean production(String stage) {
    return Stages.production(stage);
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
