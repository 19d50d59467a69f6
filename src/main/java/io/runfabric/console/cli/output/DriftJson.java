package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import java.io.IOException;

/// Drift for scripts. `entries` is as the engine's `state reconcile` has it.
public record DriftJson(JsonGenerator json, Redactor redactor) {

  /// The fields beside the service and the backend.
  public void write(DriftReport report, Gravity failOn) throws IOException {
    json.writeBooleanField("drift", report.drifted(failOn));
    StateJson.texts(json, "against", report.against().stream().map(Against::word).toList());
    json.writeObjectFieldStart("counts");
    for (Gravity gravity : Gravity.values()) {
      json.writeNumberField(gravity.word(), report.count(gravity));
    }
    json.writeNumberField("ignored", report.ignored().size());
    json.writeNumberField("notChecked", report.notChecked().size());
    json.writeEndObject();
    json.writeArrayFieldStart("entries");
    for (DriftReport.Looked one : report.entries()) {
      json.writeStartObject();
      json.writeStringField("stage", one.stage());
      json.writeBooleanField("ok", one.error().isEmpty());
      StateJson.optional(json, "error", redactor.text(one.error()));
      json.writeStringField("kind", one.kind());
      json.writeStringField("provider", one.provider());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (DriftFinding finding : report.findings()) {
      json.writeStartObject();
      fields(finding);
      if (report.expired().containsKey(finding.id())) {
        json.writeStringField("ignoredUntil", report.expired().get(finding.id()).toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("ignored");
    for (DriftReport.IgnoredFinding one : report.ignored()) {
      json.writeStartObject();
      fields(one.finding());
      json.writeStringField("reason", one.reason());
      json.writeStringField("until", one.until().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notChecked");
    for (DriftReport.NotChecked one : report.notChecked()) {
      json.writeStartObject();
      json.writeStringField("against", one.against().word());
      json.writeStringField("what", one.what());
      json.writeStringField("reason", redactor.text(one.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
    StateJson.otherServices(json, report.otherServices());
  }

  private void fields(DriftFinding finding) throws IOException {
    json.writeStringField("id", finding.id());
    json.writeStringField("category", finding.against().word());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.gravity().word());
    json.writeStringField("entry", finding.entry());
    StateJson.optional(json, "stage", finding.stage());
    StateJson.optional(json, "path", finding.path());
    StateJson.optional(json, "expected", redactor.text(finding.expected()));
    StateJson.optional(json, "actual", redactor.text(finding.actual()));
    json.writeStringField("sentence", redactor.text(finding.sentence()));
    StateJson.optional(json, "step", finding.step());
  }
}
