package io.runfabric.console.operation.doctor;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Redactor;
import java.io.IOException;

/// The fields of a diagnosis, the same from the terminal and from the window. Everything in them
/// went through the redactor.
public final class DiagnosisJson {

  private DiagnosisJson() {}

  /// Writes the fields; the surrounding object is open.
  public static void write(JsonGenerator json, Diagnosis diagnosis) throws IOException {
    if (diagnosis.project().isPresent()) {
      Project project = diagnosis.project().get();
      json.writeStringField("service", project.service());
      json.writeStringField("stage", project.stage());
      json.writeStringField("backend", project.backend().kind().word());
    }
    json.writeBooleanField("healthy", diagnosis.healthy());
    json.writeStringField("worst", diagnosis.worst().word());
    json.writeObjectFieldStart("counts");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.word(), diagnosis.count(severity));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("findings");
    for (Finding finding : diagnosis.findings()) {
      write(json, finding);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("area", finding.area().word());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("place", shown(finding.place()));
    json.writeStringField("subject", shown(finding.subject()));
    json.writeStringField("evidence", shown(finding.evidence()));
    if (!finding.remedy().isEmpty()) {
      json.writeStringField("remedy", shown(finding.remedy()));
    }
    if (finding.took().isPresent()) {
      json.writeNumberField("milliseconds", finding.took().get().toMillis());
    }
    if (finding.repair().isPresent()) {
      json.writeStringField("repair", finding.repair().get().what());
    }
    json.writeEndObject();
  }

  private static String shown(String text) {
    return Redactor.masking().text(text);
  }
}
