package io.runfabric.console.cli.output;

import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.RedactedDifference;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.change.StageStanding.Standing;
import io.runfabric.console.operation.change.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A plan of changes for people.
///
/// @param from where the documents come from, in words such as `the backup`
public record ChangeText(PrintStream out, boolean coloured, Redactor redactor, String from) {

  private static final int MOST_DIFFERENCES = 8;
  private static final int MOST_COMPARED = 20;
  private static final int MOST_FREE = 12;

  /// The plan as a table, then what differs.
  public void plan(ChangePlan plan) {
    try (TextTable table =
        new TextTable(out, coloured, "ENTRY", "IN " + from.toUpperCase(Locale.ROOT), "PLAN")) {
      for (PlannedChange change : plan.changes()) {
        table.row(
            Cell.of(change.name()),
            new Cell(change.verdict().words(from), style(change)),
            plan(change));
      }
    }
    List<PlannedChange> differing =
        plan.changes().stream().filter(change -> !change.changes().isEmpty()).toList();
    differing.stream().limit(MOST_COMPARED).forEach(this::differences);
    if (differing.size() > MOST_COMPARED) {
      out.println();
      out.println(
          differing.size() - MOST_COMPARED + " more differ; --json lists what differs in each.");
    }
  }

  /// Whether somebody holds what would be locked.
  public void standings(List<StageStanding> standings) {
    if (standings.isEmpty()) {
      return;
    }
    out.println();
    for (StageStanding one : standings) {
      if (one.standing() != Standing.FREE) {
        out.println(
            Style.WARNING.paint(
                    Plain.text("Lock of " + one.what() + ": " + one.standing().word()), coloured)
                + (one.holder().isEmpty() ? "" : ", " + Plain.text(one.holder())));
      }
    }
    List<String> free =
        standings.stream()
            .filter(one -> one.standing() == Standing.FREE)
            .map(StageStanding::what)
            .toList();
    if (!free.isEmpty()) {
      out.println(
          "Free of locks: "
              + Plain.text(free.stream().limit(MOST_FREE).collect(Collectors.joining(", ")))
              + (free.size() > MOST_FREE ? " and " + (free.size() - MOST_FREE) + " more" : "")
              + ".");
    }
  }

  private static Cell plan(PlannedChange change) {
    return switch (change.action()) {
      case WRITE ->
          new Cell(change.verdict() == Verdict.CREATE ? "create" : "replace", Style.NOTICE);
      case REMOVE -> new Cell("remove", Style.DANGER);
      case LEAVE -> Cell.faint("leave as it is");
      case REFUSE -> new Cell("conflict", Style.DANGER);
    };
  }

  private static Style style(PlannedChange change) {
    return change.verdict().conflict() ? Style.WARNING : Style.PLAIN;
  }

  private void differences(PlannedChange change) {
    out.println();
    out.println(
        Style.HEADING.paint(Plain.text(change.name()), coloured) + ", stored and in " + from + ":");
    change.changes().stream().limit(MOST_DIFFERENCES).forEach(this::difference);
    int more = change.changes().size() - MOST_DIFFERENCES;
    if (more > 0) {
      out.println("  and " + more + " more");
    }
  }

  private void difference(JsonDiff.Change change) {
    RedactedDifference shown = RedactedDifference.of(change, redactor);
    out.println(
        "  "
            + Plain.text(change.path())
            + ": "
            + Style.DANGER.paint(Plain.text(shown.before()), coloured)
            + " -> "
            + Style.GOOD.paint(Plain.text(shown.after()), coloured));
  }
}
