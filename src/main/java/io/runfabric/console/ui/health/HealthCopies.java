package io.runfabric.console.ui.health;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.doctor.Diagnosis;
import io.runfabric.console.operation.doctor.DiagnosisJson;
import io.runfabric.console.ui.project.ProjectModel;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /// The terminal command that finds the same.
  static String command(Path file, ProjectModel.Source source, boolean mayWrite) {
    List<String> words = new ArrayList<>(List.of("runfabric-console", "doctor"));
    if (!mayWrite) {
      words.add("--read-only");
    }
    source.request().stage().ifPresent(stage -> words.addAll(List.of("--stage", stage)));
    source.request().backend().ifPresent(kind -> words.addAll(List.of("--backend", kind)));
    source.options().workspace().ifPresent(id -> words.addAll(List.of("--workspace", id)));
    words.addAll(List.of("-c", file.toString()));
    return ShellWords.line(words);
  }
}
