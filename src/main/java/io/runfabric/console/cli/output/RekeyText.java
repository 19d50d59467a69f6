package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.config.Project;
import io.runfabric.console.operation.workspace.Rekey;
import io.runfabric.console.operation.workspace.RekeyMove;
import io.runfabric.console.operation.workspace.RekeyPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/// Moving rows to another workspace id: the plan and the result, for people and for scripts.
public record RekeyText(Project project, RekeyPlan plan) {

  /// Shows what would be done.
  public void plan(PrintStream out, boolean coloured) {
    out.println(
        Style.HEADING.paint(
            "From " + Plain.text(plan.from()) + " to " + Plain.text(plan.to()), coloured));
    if (plan.moves().isEmpty()) {
      out.println("No row of this project is under " + Plain.text(plan.from()) + ".");
    }
    try (TextTable table = new TextTable(out, coloured, "STAGE", "SERVICE", "WHAT", "NOTE")) {
      for (RekeyMove move : plan.moves()) {
        table.row(
            Cell.of(move.stage()),
            Cell.of(move.entry().service().isEmpty() ? "-" : move.entry().service()),
            switch (move.fate()) {
              case MOVE -> new Cell("move", Style.NOTICE);
              case REMOVE_OLD -> new Cell("there already: remove the old row", Style.NOTICE);
              case BLOCKED -> new Cell("blocked", Style.DANGER);
            },
            Cell.of(note(move)));
      }
    }
    plan.left()
        .forEach(entry ->
            out.println(
                "Stays: stage "
                    + Plain.text(entry.stage())
                    + " is of service "
                    + Plain.text(entry.service())
                    + "; --all-services moves it too."));
    plan.locks()
        .forEach(lock ->
            out.println(
                "Lock: stage "
                    + Plain.text(lock.stage())
                    + (lock.live()
                        ? " is held by "
                            + Plain.text(lock.holder())
                            + " until "
                            + Plain.text(lock.expiresAt())
                        : " has a lock whose lease has ended; it will be taken over")));
    if (!plan.moves().isEmpty()) {
      out.println("Afterwards " + Plain.text(reads()) + ".");
    }
  }

  /// Shows what was done.
  public void done(PrintStream out, Rekey.Done done, String undo) {
    out.println("Moved " + done.moved().size() + (done.moved().size() == 1 ? " row." : " rows."));
    out.println("As they were: " + Plain.text(done.snapshot().toString()));
    out.println("To move them back: " + Plain.text(undo));
  }

  /// Writes the fields of plan and result.
  public void json(JsonGenerator json, Optional<Rekey.Done> done, String undo) throws IOException {
    json.writeStringField("from", plan.from());
    json.writeStringField("to", plan.to());
    json.writeBooleanField("done", done.isPresent());
    json.writeArrayFieldStart("moves");
    for (RekeyMove move : plan.moves()) {
      json.writeStartObject();
      json.writeStringField("stage", move.stage());
      json.writeStringField("service", move.entry().service());
      json.writeStringField("action", move.fate().word());
      json.writeStringField("fromKey", move.entry().ref().key());
      json.writeStringField("toKey", move.to().key());
      StateJson.optional(json, "reason", note(move));
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.texts(json, "left", plan.left().stream().map(entry -> entry.stage()).toList());
    StateJson.locks(json, plan.locks());
    json.writeStringField("afterwards", reads());
    StateJson.texts(json, "moved", done.map(Rekey.Done::moved).orElse(List.of()));
    if (done.isPresent()) {
      json.writeStringField("snapshot", done.get().snapshot().toString());
      json.writeStringField("undo", undo);
    }
  }

  private static String note(RekeyMove move) {
    return !move.reason().isEmpty() ? move.reason() : move.entry().health().reason();
  }

  private String reads() {
    return "the engine reads these rows when it is called "
        + called(plan.to())
        + ", and no longer when called "
        + called(plan.from());
  }

  private String called(String id) {
    String file = project.file().getFileName() + "";
    if (id.equals(".")) {
      return "with `-c " + file + "` in " + project.folder();
    }
    return "with `-c " + id + (id.endsWith("/") ? "" : "/") + file + "`";
  }
}
