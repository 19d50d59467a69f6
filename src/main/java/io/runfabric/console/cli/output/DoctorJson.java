package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.doctor.Diagnosis;
import java.io.IOException;
import java.util.List;

/// A diagnosis for scripts.
public final class DoctorJson {

  private DoctorJson() {}

  /// @param repaired what was mended before this diagnosis was made
  public static void write(JsonGenerator json, Diagnosis diagnosis, List<String> repaired)
      throws IOException {
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
    StateJson.texts(json, "repaired", repaired);
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("area", finding.area().word());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("place", shown(finding.place()));
    json.writeStringField("subject", shown(finding.subject()));
    json.writeStringField("evidence", shown(finding.evidence()));
    StateJson.optional(json, "remedy", shown(finding.remedy()));
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
