package io.runfabric.console.operation.drift.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file that a report is written to; its ending says how.
public record DriftFile(Path file, Format format) {

  /// How a report is written. The first whose ending fits is meant.
  public enum Format {
    /// SARIF 2.1.0, for code scanning.
    SARIF(".sarif", ".sarif.json"),
    JSON(".json"),
    CSV(".csv"),
    MARKDOWN(".md"),
    /// JUnit's, for CI systems.
    JUNIT(".xml"),
    /// A page for people.
    HTML(".html");

    @SuppressWarnings("ImmutableEnumChecker") // of a List.of
    private final List<String> endings;

    Format(String... endings) {
      this.endings = List.of(endings);
    }

    /// The ending it usually has.
    public String ending() {
      return endings.getFirst();
    }
  }

  /// Every ending that says how.
  public static final List<String> ENDINGS =
      Arrays.stream(Format.values()).flatMap(format -> format.endings.stream()).toList();

  /// What a report is about.
  ///
  /// @param time when it was looked at, RFC 3339
  /// @param configuration the `runfabric.yml` as it was typed, where that leads down from where one
  ///   is; else its name: a report says nothing of the machine it was made on
  public record About(
      String service,
      String stage,
      String backend,
      String location,
      String time,
      String configuration) {

    public static About of(ProjectSession session) {
      return new About(
          session.project().service(),
          session.project().stage(),
          session.backend().kind().word(),
          session.backend().location(),
          Timestamps.engine2(session.now()),
          configuration(session.project()));
    }

    private static String configuration(Project project) {
      Path typed = Path.of(project.typedFolder()).normalize();
      String name = String.valueOf(project.file().getFileName());
      return typed.isAbsolute() || typed.startsWith("..") || typed.toString().isEmpty()
          ? name
          : typed.toString().replace('\\', '/') + "/" + name;
    }
  }

  /// @return empty where the ending does not say how to write it
  public static Optional<DriftFile> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(Format.values())
        .filter(format -> format.endings.stream().anyMatch(name::endsWith))
        .findFirst()
        .map(format -> new DriftFile(file, format));
  }

  /// Writes it; what had the name before is replaced once the new one is whole.
  public void write(DriftReport report, About about, Gravity failOn, Redactor redactor)
      throws IOException {
    DurableFile.replace(file, content(report, about, failOn, redactor));
  }

  private byte[] content(DriftReport report, About about, Gravity failOn, Redactor redactor)
      throws IOException {
    return switch (format) {
      case SARIF -> utf8(new DriftSarif(redactor).of(report, about));
      case JSON -> json(report, about, failOn, redactor);
      case CSV -> utf8(new DriftTables(redactor).csv(report));
      case MARKDOWN -> utf8(new DriftTables(redactor).markdown(report, about, failOn));
      case JUNIT -> new DriftJunit(redactor).of(report, about, failOn);
      case HTML -> utf8(new DriftPage(redactor).of(report, about, failOn));
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(DriftReport report, About about, Gravity failOn, Redactor redactor)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.createGenerator(out).useDefaultPrettyPrinter()) {
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
