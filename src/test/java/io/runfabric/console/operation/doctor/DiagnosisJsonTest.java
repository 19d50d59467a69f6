package io.runfabric.console.operation.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Json;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisJsonTest {

  private static final Finding DENIED =
      new Finding(
          Area.PERMISSIONS,
          Severity.CRITICAL,
          "s3://b",
          "s3:PutObject",
          "denied: https://u:canary@h/",
          "allow it");

  @Test
  void everythingThatWasFoundIsTold(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("runfabric.yml"), "service: shop\n");
    Diagnosis diagnosis =
        new Diagnosis(
            Optional.of(
                ProjectLoader.load(
                        new ProjectRequest(
                            Path.of("runfabric.yml"),
                            folder,
                            Optional.of("prod"),
                            Optional.empty(),
                            Map.of()))
                    .project()),
            List.of(
                new Finding(Area.CONNECTION, Severity.OK, "s3://b", "reached", "in time", "")
                    .after(Duration.ofMillis(42)),
                DENIED));

    assertThat(Json.MAPPER.readTree(written(diagnosis)))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"service": "shop", "stage": "prod", "backend": "local",
                 "healthy": false, "worst": "critical",
                 "counts": {"ok": 1, "info": 0, "not-checked": 0, "warning": 0, "critical": 1},
                 "findings": [
                   {"area": "connection", "severity": "ok", "place": "s3://b",
                    "subject": "reached", "evidence": "in time", "milliseconds": 42},
                   {"area": "permissions", "severity": "critical", "place": "s3://b",
                    "subject": "s3:PutObject", "evidence": "denied: https://u:[REDACTED]@h/",
                    "remedy": "allow it"}]}
                """));
  }

  @Test
  void withoutAProjectNothingIsSaidOfOne() throws Exception {
    assertThat(
            Json.MAPPER
                .readTree(written(new Diagnosis(Optional.empty(), List.of())))
                .properties()
                .stream()
                .map(Map.Entry::getKey))
        .containsExactly("healthy", "worst", "counts", "findings");
  }

  private static String written(Diagnosis diagnosis) throws Exception {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      DiagnosisJson.write(json, diagnosis);
      json.writeEndObject();
    }
    return text.toString();
  }
}
