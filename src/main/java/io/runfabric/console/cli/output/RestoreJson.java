package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.restore.Restore;
import io.runfabric.console.operation.restore.RestorePlan;
import java.io.IOException;
import java.util.Map;

/// A restore for scripts: the engine's `restored` and `backend`, and every entry with its verdict.
///
/// @param source the file, or the version
public record RestoreJson(ProjectSession session, String source, Redactor redactor) {

  public void plan(JsonGenerator json, RestorePlan plan, boolean dryRun) throws IOException {
    head(json, 0);
    json.writeBooleanField("dryRun", dryRun);
    body(json, plan);
  }

  public void done(JsonGenerator json, RestorePlan plan, Restore.Result result) throws IOException {
    head(json, result.outcome().done().size());
    json.writeBooleanField("dryRun", false);
    if (result.before().isPresent()) {
      json.writeStringField("before", result.before().get().toString());
    }
    body(json, plan);
  }

  private void head(JsonGenerator json, int restored) throws IOException {
    json.writeStringField("service", session.project().service());
    json.writeStringField("backend", session.backend().kind().word());
    json.writeStringField("file", source);
    json.writeNumberField("restored", restored);
  }

  private void body(JsonGenerator json, RestorePlan plan) throws IOException {
    json.writeObjectFieldStart("otherServices");
    for (Map.Entry<String, Long> other : plan.otherServices().entrySet()) {
      json.writeNumberField(other.getKey(), other.getValue());
    }
    json.writeEndObject();
    ChangeJson.locks(json, plan.standings());
    new ChangeJson(redactor, "backup").entries(json, plan.changes());
  }
}
