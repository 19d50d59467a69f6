package io.runfabric.console.cli.output;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.restore.Restore;
import io.runfabric.console.operation.restore.RestorePlan;
import java.io.PrintStream;

/// A restore for people.
public record RestoreText(PrintStream out, boolean coloured, Redactor redactor) {

  /// What would be done.
  ///
  /// @param source the file, or the version
  /// @param from what that is, such as `the backup`
  /// @param locks whether to tell who holds what would be locked
  public void plan(String source, String from, RestorePlan plan, boolean locks) {
    ChangeText text = new ChangeText(out, coloured, redactor, from);
    out.println("From " + Plain.text(source) + ":");
    text.plan(plan.changes());
    plan.otherServices()
        .forEach((service, count) ->
            out.println(
                count
                    + (count == 1 ? " record" : " records")
                    + " of service "
                    + Plain.text(service)
                    + " in the backup "
                    + (count == 1 ? "stays" : "stay")
                    + " out; open its own project to restore "
                    + (count == 1 ? "it." : "them.")));
    if (locks) {
      text.standings(plan.standings());
    }
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
    return Incomplete.report(
        result.outcome(),
        "restored",
        result.rescue().map(file -> "; what it did not write is kept in " + file).orElse(""));
  }
}
