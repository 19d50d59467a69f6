package io.runfabric.console.operation.recover;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Redactor;
import java.io.IOException;
import java.util.Optional;

/// The fields of a runbook, the same from the terminal and from the window: first the engine's own
/// of `recover-dry-run`, on the active stage's journal, then what was found. Everything went
/// through the redactor.
public final class RunbookJson {

  private RunbookJson() {}

  /// Writes the fields; the surrounding object is open.
  public static void write(JsonGenerator json, Runbook runbook, Redactor redactor)
      throws IOException {
    engine(json, runbook);
    json.writeBooleanField("needsAction", runbook.needsAction());
    json.writeArrayFieldStart("situations");
    for (Situation situation : runbook.situations()) {
      json.writeStartObject();
      json.writeStringField("kind", situation.kind().word());
      json.writeStringField("urgency", situation.urgency().word());
      json.writeStringField("service", situation.service());
      json.writeStringField("stage", situation.stage());
      json.writeStringField("subject", redactor.text(situation.subject()));
      json.writeStringField("meaning", redactor.text(situation.meaning()));
      json.writeArrayFieldStart("evidence");
      for (String evidence : situation.evidence()) {
        json.writeString(redactor.text(evidence));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("steps");
      for (Step step : situation.steps()) {
        step(json, step, redactor);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void step(JsonGenerator json, Step step, Redactor redactor) throws IOException {
    json.writeStartObject();
    json.writeStringField("what", redactor.text(step.what()));
    json.writeStringField("by", step.by());
    if (!step.action().isEmpty()) {
      json.writeStringField("action", step.action());
    }
    if (!step.command().isEmpty()) {
      json.writeStringField("command", redactor.text(step.command()));
    }
    json.writeEndObject();
  }

  private static void engine(JsonGenerator json, Runbook runbook) throws IOException {
    String stage = runbook.stage().orElse(runbook.project().stage());
    Optional<Journal> found =
        runbook.journals().stream()
            .filter(journal -> journal.stage().equals(stage))
            .filter(journal -> journal.service().equals(runbook.project().service()))
            .findFirst();
    json.writeBooleanField("canRecover", found.isPresent());
    json.writeStringField("service", runbook.project().service());
    json.writeStringField("stage", stage);
    if (found.isEmpty()) {
      json.writeStringField("message", "no journal found");
      return;
    }
    Journal journal = found.get();
    json.writeStringField("status", journal.status());
    json.writeNumberField("attemptCount", journal.attemptCount());
    json.writeArrayFieldStart("checkpoints");
    for (Journal.Checkpoint checkpoint : journal.checkpoints()) {
      json.writeStartObject();
      json.writeStringField("name", checkpoint.name());
      json.writeStringField("status", checkpoint.status());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("operations", journal.operations().size());
    json.writeBooleanField("checksumValid", journal.checksum() == Journal.ChecksumState.VALID);
    json.writeStringField(
        "checksumError",
        journal.checksum() == Journal.ChecksumState.VALID ? "ok" : journal.checksum().word());
  }
}
