package io.runfabric.console.operation.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ProjectSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file that a report is written to; its ending says how.
///
/// @param ending one of [#ENDINGS]
public record DriftFile(Path file, String ending) {

  /// `.xml` is JUnit's.
  public static final List<String> ENDINGS = List.of(".json", ".csv", ".md", ".xml");

  /// What a report is about.
  ///
  /// @param time when it was looked at, RFC 3339
  public record About(String service, String stage, String backend, String location, String time) {

    public static About of(ProjectSession session) {
      return new About(
          session.project().service(),
          session.project().stage(),
          session.backend().kind().word(),
          session.backend().location(),
          Timestamps.engine2(session.now()));
    }
  }

  /// @return empty where the ending does not say how to write it
  public static Optional<DriftFile> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(ending -> new DriftFile(file, ending));
  }

  /// Writes it; what had the name before is replaced once the new one is whole.
  public void write(DriftReport report, About about, Gravity failOn, Redactor redactor)
      throws IOException {
    byte[] content =
        switch (ending) {
          case ".json" -> json(report, about, failOn, redactor);
          case ".csv" -> new DriftTables(redactor).csv(report).getBytes(StandardCharsets.UTF_8);
          case ".md" ->
              new DriftTables(redactor)
                  .markdown(report, about, failOn)
                  .getBytes(StandardCharsets.UTF_8);
          default -> new DriftJunit(redactor).of(report, about, failOn);
        };
    DurableFile.replace(file, content);
  }

  private static byte[] json(DriftReport report, About about, Gravity failOn, Redactor redactor)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("service", about.service());
      json.writeStringField("backend", about.backend());
      json.writeStringField("location", about.location());
      json.writeStringField("time", about.time());
      new DriftJson(json, redactor).write(report, failOn);
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
