package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.remove.Remove;
import io.runfabric.console.operation.remove.RemovePlan;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// A removal, for people and for scripts.
public record RemoveOutput(ProjectSession session, RemovePlan plan, boolean coloured) {

  /// What would be removed.
  ///
  /// @param locks whether to tell who holds what would be locked
  public void plan(PrintStream out, boolean locks) {
    if (plan.nothing()) {
      out.println("No entry fits; there is nothing to remove.");
    } else {
      try (TextTable table = new TextTable(out, coloured, "ENTRY", "STORED AT", "PLAN")) {
        for (PlannedChange change : plan.changes().effective()) {
          table.row(
              Cell.of(change.name()),
              Cell.of(change.ref().toString()),
              new Cell(
                  plan.restorable(change) ? "remove" : "remove, though it does not load",
                  Style.DANGER));
        }
      }
      out.println(
          "Nothing in the cloud is touched: what still runs there runs on, and the engine no"
              + " longer knows of it.");
    }
    plan.otherServices()
        .forEach((service, count) ->
            out.println(
                count
                    + (count == 1 ? " entry" : " entries")
                    + " of service "
                    + Plain.text(service)
                    + (count == 1 ? " fits too and stays." : " fit too and stay.")));
    if (locks) {
      new ChangeText(out, coloured, Redactor.masking(), "").standings(plan.standings());
    }
  }

  /// What was removed.
  ///
  /// @param undo the command that puts it back; empty when there is none
  public void done(PrintStream out, Remove.Result result, String undo) {
    int done = result.outcome().done().size();
    out.println();
    out.println(
        Style.GOOD.paint(done + (done == 1 ? " entry" : " entries") + " removed", coloured)
            + ", each looked for again. Nothing in the cloud was touched.");
    result
        .before()
        .ifPresent(file -> out.println("What was there before is in " + Plain.text(file + "")));
    if (plan.changes().effective().stream().anyMatch(change -> !plan.restorable(change))) {
      out.println("What does not load is kept there as its bytes; no restore puts it back.");
    }
    if (!undo.isEmpty()) {
      out.println("To put it back: " + Plain.text(undo));
    }
  }

  /// Why not everything was removed.
  public static ErrorReport incomplete(Remove.Result result) {
    return Incomplete.report(result.outcome(), "removed", "");
  }

  /// Writes the fields of plan and result.
  public void json(JsonGenerator json, boolean dryRun, Optional<Remove.Result> done, String undo)
      throws IOException {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    json.writeNumberField("removed", done.map(one -> one.outcome().done().size()).orElse(0));
    json.writeBooleanField("dryRun", dryRun);
    StateJson.optional(
        json, "before", done.flatMap(Remove.Result::before).map(Object::toString).orElse(""));
    StateJson.optional(json, "undo", undo);
    json.writeObjectFieldStart("otherServices");
    for (Map.Entry<String, Long> other : plan.otherServices().entrySet()) {
      json.writeNumberField(other.getKey(), other.getValue());
    }
    json.writeEndObject();
    ChangeJson.locks(json, plan.standings());
    new ChangeJson(Redactor.masking(), "wanted").entries(json, plan.changes());
  }
}
