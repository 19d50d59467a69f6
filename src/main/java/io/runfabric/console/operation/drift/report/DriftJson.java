package io.runfabric.console.operation.drift.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Mend;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Drift for scripts. `entries` is as the engine's `state reconcile` has it.
public record DriftJson(JsonGenerator json, Redactor redactor) {

  /// The fields beside the service and the backend.
  public void write(DriftReport report, Gravity failOn) throws IOException {
    json.writeBooleanField("drift", report.drifted(failOn));
    json.writeArrayFieldStart("against");
    for (Against one : report.against()) {
      json.writeString(one.word());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("counts");
    for (Gravity gravity : Gravity.values()) {
      json.writeNumberField(gravity.word(), report.count(gravity));
    }
    json.writeNumberField("ignored", report.ignored().size());
    json.writeNumberField("notChecked", report.notChecked().size());
    json.writeNumberField("known", report.known().size());
    json.writeNumberField("resolved", report.resolved().size());
    json.writeEndObject();
    json.writeArrayFieldStart("entries");
    for (DriftReport.Looked one : report.entries()) {
      json.writeStartObject();
      json.writeStringField("stage", one.stage());
      json.writeBooleanField("ok", one.error().isEmpty());
      optional("error", redactor.text(one.error()));
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
      json.writeStringField("reason", redactor.text(one.reason()));
      json.writeStringField("until", one.until().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    baseline(report);
    json.writeArrayFieldStart("notChecked");
    for (DriftReport.NotChecked one : report.notChecked()) {
      json.writeStartObject();
      json.writeStringField("against", one.against().word());
      json.writeStringField("what", one.what());
      json.writeStringField("reason", redactor.text(one.reason()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("otherServices");
    for (Map.Entry<String, Long> other : new TreeMap<>(report.otherServices()).entrySet()) {
      json.writeStartObject();
      json.writeStringField("service", other.getKey());
      json.writeNumberField("entries", other.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("endpoints");
    for (DriftReport.Endpoint one : report.endpoints()) {
      endpoint(one);
    }
    json.writeEndArray();
  }

  private void endpoint(DriftReport.Endpoint one) throws IOException {
    json.writeStartObject();
    json.writeStringField("entry", one.entry());
    json.writeStringField("path", one.path());
    json.writeStringField("url", redactor.text(one.url()));
    optional("address", one.address().orElse(""));
    if (one.status().isPresent()) {
      json.writeNumberField("status", one.status().get());
    }
    if (one.latency().isPresent()) {
      json.writeNumberField("latencyMilliseconds", one.latency().get());
    }
    optional("tlsExpires", one.tlsExpires().map(Timestamps::engine2).orElse(""));
    optional("redirectsTo", one.redirectsTo().orElse(""));
    json.writeEndObject();
  }

  private void baseline(DriftReport report) throws IOException {
    json.writeArrayFieldStart("known");
    for (DriftFinding finding : report.known()) {
      json.writeStartObject();
      fields(finding);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("resolved");
    for (DriftBaseline.Past past : report.resolved()) {
      json.writeStartObject();
      json.writeStringField("id", past.id());
      json.writeStringField("category", past.category());
      json.writeStringField("rule", past.rule());
      json.writeStringField("severity", past.severity());
      json.writeStringField("entry", past.entry());
      optional("stage", past.stage());
      optional("path", past.path());
      json.writeStringField("sentence", redactor.text(past.sentence()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void optional(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private void fields(DriftFinding finding) throws IOException {
    json.writeStringField("id", finding.id());
    json.writeStringField("category", finding.against().word());
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.gravity().word());
    json.writeStringField("entry", finding.entry());
    optional("stage", finding.stage());
    optional("path", finding.path());
    optional("expected", redactor.text(finding.expected()));
    optional("actual", redactor.text(finding.actual()));
    json.writeStringField("sentence", redactor.text(finding.sentence()));
    optional("evidence", redactor.text(finding.evidence()));
    if (finding.mend() != Mend.NONE) {
      json.writeStringField("repair", finding.mend().word());
    }
    optional("step", finding.step());
  }
}
