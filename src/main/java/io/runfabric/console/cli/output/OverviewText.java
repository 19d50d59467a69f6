package io.runfabric.console.cli.output;

import io.runfabric.console.model.Stages;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Overview.Attention;
import io.runfabric.console.operation.Overview.StageLine;
import java.io.PrintStream;
import java.time.Instant;

/// The overview for people.
public record OverviewText(PrintStream out, boolean coloured, Instant now) {

  public void print(Overview overview) {
    out.println(
        overview.receipts()
            + " receipts, "
            + overview.records()
            + " state records, "
            + overview.unreadable()
            + " unreadable; locks: "
            + overview.locksHeld()
            + " held, "
            + overview.locksStale()
            + " stale, "
            + overview.locksUnreadable()
            + " unreadable; interrupted deploys: "
            + overview.journalsInterrupted());
    if (!overview.attention().isEmpty()) {
      heading("Needs attention");
      try (TextTable table = new TextTable(out, coloured, "SEVERITY", "WHAT", "WHY")) {
        overview.attention().forEach(item -> attention(table, item));
      }
    }
    if (!overview.stages().isEmpty()) {
      heading("Stages");
      try (TextTable table =
          new TextTable(
              out, coloured, "STAGE", "PROVIDERS", "UPDATED", "AGE", "ENTRIES", "LOCK", "HEALTH")) {
        overview.stages().forEach(stage -> stage(table, stage));
      }
    }
  }

  private void attention(TextTable table, Attention item) {
    table.row(
        switch (item.severity()) {
          case CRITICAL -> new Cell("critical", Style.DANGER);
          case WARNING -> new Cell("warning", Style.WARNING);
          case INFO -> new Cell("info", Style.NOTICE);
        },
        Cell.of(item.subject()),
        Cell.of(item.message()));
  }

  private void stage(TextTable table, StageLine stage) {
    table.row(
        new Cell(stage.stage(), Stages.production(stage.stage()) ? Style.HEADING : Style.PLAIN),
        Cell.of(String.join(", ", stage.providers())),
        Cell.of(Timestamps.shown(stage.updatedAt())),
        Cell.faint(
            Timestamps.parse(stage.updatedAt())
                .map(then -> Timestamps.relative(then, now))
                .orElse("")),
        Cell.of(Long.toString(stage.entries())),
        Cell.of(stage.lock().isEmpty() ? "free" : stage.lock()),
        state(stage));
  }

  private static Cell state(StageLine stage) {
    if (stage.interrupted()) {
      return new Cell("interrupted", Style.DANGER);
    }
    return stage.unreadable() > 0
        ? new Cell(stage.unreadable() + " unreadable", Style.DANGER)
        : new Cell("ok", Style.GOOD);
  }

  private void heading(String title) {
    out.println();
    out.println(Style.HEADING.paint(title, coloured));
  }
}
