package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.restore.Restore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// A restore for scripts: the engine's `restored` and `backend`, and every entry with its verdict.
public record RestoreJson(ProjectSession session, Path source, Redactor redactor) {

  public void plan(JsonGenerator json, ChangePlan plan, boolean dryRun) throws IOException {
    head(json, 0);
    json.writeBooleanField("dryRun", dryRun);
    entries(json, plan);
  }

  public void done(JsonGenerator json, ChangePlan plan, Restore.Result result) throws IOException {
    head(json, result.outcome().done().size());
    json.writeBooleanField("dryRun", false);
    if (result.before().isPresent()) {
      json.writeStringField("before", result.before().get().toString());
    }
    entries(json, plan);
  }

  private void head(JsonGenerator json, int restored) throws IOException {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    json.writeStringField("file", source.toString());
    json.writeNumberField("restored", restored);
  }

  private void entries(JsonGenerator json, ChangePlan plan) throws IOException {
    json.writeArrayFieldStart("entries");
    for (PlannedChange change : plan.changes()) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind().word());
      json.writeStringField("service", change.service());
      json.writeStringField("stage", change.stage());
      json.writeStringField("provider", change.provider());
      json.writeStringField("key", change.ref().key());
      json.writeStringField("verdict", change.verdict().word());
      json.writeStringField("action", change.action().name().toLowerCase(Locale.ROOT));
      json.writeArrayFieldStart("differences");
      for (JsonDiff.Change difference : change.changes()) {
        RedactedDifference shown = RedactedDifference.of(difference, redactor);
        json.writeStartObject();
        json.writeStringField("path", difference.path());
        json.writeStringField("stored", shown.before());
        json.writeStringField("backup", shown.after());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
