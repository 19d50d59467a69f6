package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Mend;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftJsonTest {

  @Test
  void everythingOfAReportIsInTheDocument() throws Exception {
    assertThat(json(SampleReport.full(), Gravity.WARNING))
        .isEqualTo(
            Json.MAPPER.readTree(
                SampleReport.withIds(
                    """
                    {"drift": true,
                     "against": ["integrity", "config", "provider", "endpoints"],
                     "counts": {"info": 1, "warning": 0, "critical": 1,
                      "ignored": 1, "notChecked": 3, "known": 1, "resolved": 2},
                     "entries": [
                      {"stage": "dev", "ok": true, "kind": "receipt", "provider": "aws-lambda"},
                      {"stage": "qa", "ok": false, "error": "it does not load", "kind": "record",
                       "provider": "gcp"}],
                     "findings": [
                      {"id": "<WHOLE>", "category": "config", "rule": "region",
                       "severity": "critical", "entry": "receipt dev", "stage": "dev",
                       "path": "outputs.region", "expected": "eu-west-1", "actual": "us-east-1",
                       "sentence": "it is in another region", "evidence": "seen there",
                       "repair": "remove", "step": "runfabric plan --stage dev",
                       "ignoredUntil": "2026-02-28"},
                      {"id": "<BARE>", "category": "endpoints", "rule": "status",
                       "severity": "info", "entry": "receipt qa", "sentence": "there is nothing"}],
                     "ignored": [
                      {"id": "<LIVED_WITH>", "category": "config", "rule": "signature",
                       "severity": "warning", "entry": "receipt qa", "stage": "qa",
                       "path": "functions[api]", "expected": "512", "actual": "256",
                       "sentence": "the memory was changed", "reason": "as agreed",
                       "until": "2026-12-31"}],
                     "known": [
                      {"id": "<KNOWN>", "category": "endpoints", "rule": "tls-expiry",
                       "severity": "warning", "entry": "receipt prod", "stage": "prod",
                       "path": "outputs.url", "sentence": "it expires"}],
                     "resolved": [
                      {"id": "0123456789ab", "category": "config", "rule": "missing-function",
                       "severity": "critical", "entry": "receipt old", "stage": "old",
                       "path": "functions[old]", "sentence": "it was missing"},
                      {"id": "ba9876543210", "category": "provider", "rule": "orphan",
                       "severity": "info", "entry": "receipt older", "sentence": "it was alone"}],
                     "notChecked": [
                      {"against": "provider", "what": "everything", "reason": "nobody may ask"},
                      {"against": "config", "what": "signature of a in receipt dev",
                       "reason": "there is none"},
                      {"against": "config", "what": "signature of b in receipt dev",
                       "reason": "there is none"}],
                     "otherServices": [
                      {"service": "api", "entries": 1}, {"service": "shop2", "entries": 2}],
                     "endpoints": [
                      {"entry": "receipt dev", "path": "outputs.url",
                       "url": "https://api.example.com/", "address": "8.8.8.8", "status": 302,
                       "latencyMilliseconds": 17, "tlsExpires": "2026-03-14T15:09:26Z",
                       "redirectsTo": "www.example.com"},
                      {"entry": "receipt qa", "path": "outputs.hook",
                       "url": "http://hook.example.com/"}]}
                    """)));
  }

  @Test
  void whereNothingIsFoundTheListsAreThereAndEmpty() throws Exception {
    assertThat(json(SampleReport.clean(), Gravity.INFO))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"drift": false, "against": ["config"],
                 "counts": {"info": 0, "warning": 0, "critical": 0,
                  "ignored": 0, "notChecked": 0, "known": 0, "resolved": 0},
                 "entries": [
                  {"stage": "prod", "ok": true, "kind": "receipt", "provider": "aws-lambda"}],
                 "findings": [], "ignored": [], "known": [], "resolved": [], "notChecked": [],
                 "otherServices": [], "endpoints": []}
                """));
  }

  @ParameterizedTest
  @CsvSource({"RECOVER, recover", "ARCHIVE, archive", "REKEY, rekey", "RESTORE, restore"})
  void whatTheConsoleCanMendIsToldInAWord(Mend mend, String word) {
    assertThat(mend.word()).isEqualTo(word);
  }

  @Test
  void secretsInWhatTheStateHoldsAreMasked() throws Exception {
    DriftReport report = SampleReport.saying("password=hunter2");
    JsonNode json = json(SampleReport.withBaseline(report, "password=hunter2"), Gravity.INFO);

    for (String place :
        new String[] {
          "/findings/0/expected",
          "/findings/0/actual",
          "/findings/0/sentence",
          "/findings/0/evidence",
          "/known/0/sentence",
          "/resolved/0/sentence",
          "/notChecked/0/reason",
          "/ignored/0/reason"
        }) {
      assertThat(json.at(place).asText()).as(place).isEqualTo("password=[REDACTED]");
    }
  }

  private static JsonNode json(DriftReport report, Gravity failOn) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      new DriftJson(json, Redactor.masking()).write(report, failOn);
      json.writeEndObject();
    }
    return Json.MAPPER.readTree(out.toByteArray());
  }
}
