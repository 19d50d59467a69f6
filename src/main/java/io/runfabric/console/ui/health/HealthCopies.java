package io.runfabric.console.ui.health;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.DiagnosisJson;
import java.io.IOException;
import java.io.StringWriter;

/// A look at a project, as text for elsewhere.
final class HealthCopies {

  private HealthCopies() {}

  /// What was found, with the fields of `doctor --json`.
  static String json(Diagnosis diagnosis) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.MAPPER.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      DiagnosisJson.write(json, diagnosis);
      json.writeEndObject();
    }
    return text.toString();
  }
}
