package io.runfabric.console.cli.output;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.Verdict;
import io.runfabric.console.operation.restore.Restore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// A restore for people.
public record RestoreText(PrintStream out, boolean coloured, Redactor redactor) {

  private static final int MOST_DIFFERENCES = 8;

  public void plan(Path source, ChangePlan plan) {
    out.println("From " + Plain.text(source.toString()) + ":");
    try (TextTable table = new TextTable(out, coloured, "ENTRY", "IN THE BACKUP", "PLAN")) {
      for (PlannedChange change : plan.changes()) {
        table.row(
            Cell.of(change.name()), new Cell(words(change.verdict()), style(change)), plan(change));
      }
    }
    plan.changes().stream()
        .filter(change -> !change.changes().isEmpty())
        .forEach(this::differences);
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case CREATE -> "not stored";
      case IDENTICAL -> "the same as stored";
      case NEWER -> "newer than stored";
      case OLDER -> "older than stored";
      case DIFFERS -> "differs from what is stored";
      case UNREADABLE -> "what is stored does not load";
      case EXTRA -> "not in the backup";
    };
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
        Style.HEADING.paint(Plain.text(change.name()), coloured) + ", stored and in the backup:");
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

  public void result(Restore.Result result) {
    int done = result.outcome().done().size();
    out.println();
    out.println(
        Style.GOOD.paint(done + (done == 1 ? " entry" : " entries") + " restored", coloured)
            + ", each read back and compared.");
    result
        .before()
        .ifPresent(file ->
            out.println(
                "What was there before is in "
                    + Plain.text(file.toString())
                    + "; runfabric-console state restore --undo puts it back."));
  }

  /// Why not everything was restored.
  public static ErrorReport incomplete(Restore.Result result) {
    Optional<BackendException> failure = result.outcome().failure();
    String counts =
        result.outcome().done().size()
            + " restored, "
            + result.outcome().open().size()
            + " not: "
            + result.outcome().open().getFirst().name()
            + (result.outcome().open().size() > 1 ? " and others" : "");
    String why = failure.map(BackendException::sentence).orElse("it was cancelled");
    return ErrorReport.of(
        failure.map(e -> e.code().name()).orElse("CANCELLED"),
        why + " (" + counts + ")",
        failure.map(BackendException::remedy).orElse("")
            + (failure.isPresent() ? "; " : "")
            + "the same command goes on where this one stopped",
        failure.map(ErrorReport::of).map(ErrorReport::exitCode).orElse(ExitCode.INTERRUPTED));
  }
}
