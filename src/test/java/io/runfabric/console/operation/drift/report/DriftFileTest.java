package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.report.DriftFile.Format;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.sarif, SARIF",
    "a.sarif.json, SARIF",
    "a.json, JSON",
    "A.JSON, JSON",
    "out/a.csv, CSV",
    "a.md, MARKDOWN",
    "a.xml, JUNIT",
    "a.html, HTML"
  })
  void theEndingSaysHowItIsWritten(String name, Format format) {
    assertThat(DriftFile.of(Path.of(name))).contains(new DriftFile(Path.of(name), format));
  }

  @ParameterizedTest
  @CsvSource({"a.pdf", "json", "a.json.gz"})
  void anotherEndingSaysNothing(String name) {
    assertThat(DriftFile.of(Path.of(name))).isEmpty();
  }

  @Test
  void everyEndingIsNamedWithTheUsualOneFirst() {
    assertThat(DriftFile.ENDINGS)
        .containsExactly(".sarif", ".sarif.json", ".json", ".csv", ".md", ".xml", ".html");
    assertThat(Format.SARIF.ending()).isEqualTo(".sarif");
    assertThat(Format.HTML.ending()).isEqualTo(".html");
  }

  @ParameterizedTest
  @CsvSource({
    "a.sarif, '{', json.schemastore.org/sarif",
    "a.csv, 'state,severity,', ignored",
    "a.md, '# Drift in shop', Not checked",
    "a.xml, '<?xml ', '<testsuites name=\"drift of shop\">'",
    "a.html, '<!DOCTYPE html>', Drift report"
  })
  void eachIsWrittenInItsFormat(String name, String beginning, String held) throws Exception {
    assertThat(written(name)).startsWith(beginning).contains(held);
  }

  @Test
  void jsonBeginsWithWhatItIsAbout() throws Exception {
    ObjectNode json = Json.object(written("a.json").getBytes(StandardCharsets.UTF_8));

    assertThat(json.fieldNames())
        .toIterable()
        .startsWith("service", "backend", "location", "time", "drift", "against")
        .endsWith("endpoints");
    assertThat(json.path("service").asText()).isEqualTo("shop");
    assertThat(json.path("backend").asText()).isEqualTo("s3");
    assertThat(json.path("location").asText()).isEqualTo("s3://state/shop");
    assertThat(json.path("time").asText()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "shop, runfabric.yml, runfabric.yml",
    "., shop/runfabric.yml, shop/runfabric.yml",
    "shop/sub, ../runfabric.yml, runfabric.yml"
  })
  void aReportIsAboutTheConfigurationAsItWasTyped(String from, String typed, String told)
      throws Exception {
    Files.createDirectories(folder.resolve("shop/sub"));
    assertThat(about(folder.resolve(from).normalize(), Path.of(typed)).configuration())
        .isEqualTo(told);
  }

  @Test
  void aReportIsAboutAProjectAndItsStateAndNotAboutTheMachine() throws Exception {
    Files.createDirectories(folder.resolve("shop"));
    DriftFile.About about = about(folder, folder.resolve("shop/runfabric.yml"));

    assertThat(about.service()).isEqualTo("shop");
    assertThat(about.stage()).isEqualTo("qa");
    assertThat(about.backend()).isEqualTo("local");
    assertThat(about.location()).endsWith(".runfabric");
    assertThat(about.time()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(about.configuration()).isEqualTo("runfabric.yml");
  }

  private DriftFile.About about(Path from, Path typed) throws Exception {
    Files.writeString(
        folder.resolve("shop/runfabric.yml"), "service: shop\nprovider: {name: aws-lambda}\n");
    ProjectRequest request =
        new ProjectRequest(typed, from, Optional.of("qa"), Optional.empty(), Map.of());
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00.5Z"), ZoneOffset.UTC);
    try (ProjectSession session =
        ProjectSession.open(request, new BackendOptions(Optional.empty(), clock, _ -> false))) {
      return DriftFile.About.of(session);
    }
  }

  private String written(String name) throws Exception {
    Path file = folder.resolve(name);
    DriftFile.of(file)
        .orElseThrow()
        .write(SampleReport.full(), SampleReport.ABOUT, Gravity.WARNING, Redactor.masking());
    return Files.readString(file);
  }
}
