package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.RedactedDifference;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// A plan of changes for scripts.
///
/// @param from the field of a difference that holds the value as wanted, such as `backup`
public record ChangeJson(Redactor redactor, String from) {

  /// Every document with its verdict.
  public void entries(JsonGenerator json, ChangePlan plan) throws IOException {
    json.writeArrayFieldStart("entries");
    for (PlannedChange change : plan.changes()) {
      json.writeStartObject();
      address(json, change);
      json.writeStringField("key", change.ref().key());
      json.writeStringField("verdict", change.verdict().word());
      json.writeStringField("action", change.action().name().toLowerCase(Locale.ROOT));
      if (change.digest().isPresent()) {
        json.writeStringField("digest", change.digest().get().value());
      }
      json.writeArrayFieldStart("differences");
      for (JsonDiff.Change difference : change.changes()) {
        RedactedDifference shown = RedactedDifference.of(difference, redactor);
        json.writeStartObject();
        json.writeStringField("path", difference.path());
        json.writeStringField("stored", shown.before());
        json.writeStringField(from, shown.after());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// What could not be done, each with its reason.
  public static void failures(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeArrayFieldStart("failures");
    for (Outcome.Failed failed : outcome.failed()) {
      json.writeStartObject();
      address(json, failed.change());
      json.writeStringField("code", failed.why().code().name());
      json.writeStringField("message", failed.why().sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Whether somebody holds what would be locked.
  public static void locks(JsonGenerator json, List<StageStanding> standings) throws IOException {
    json.writeArrayFieldStart("locks");
    for (StageStanding one : standings) {
      json.writeStartObject();
      json.writeStringField("what", one.what());
      json.writeStringField("state", one.standing().word());
      StateJson.optional(json, "holder", one.holder());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void address(JsonGenerator json, PlannedChange change) throws IOException {
    json.writeStringField("kind", change.part().word());
    json.writeStringField("service", change.service());
    json.writeStringField("stage", change.stage());
    json.writeStringField("provider", change.provider());
  }
}
