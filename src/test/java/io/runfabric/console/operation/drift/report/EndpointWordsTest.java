package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.drift.DriftReport.Endpoint;
import org.junit.jupiter.api.Test;

class EndpointWordsTest {

  @Test
  void anAnswerIsToldByStatusLatencyAndTheDayOfItsCertificate() {
    assertThat(words(0)).isEqualTo("302, 17 ms, until 2026-03-14");
  }

  @Test
  void noAnswerIsToldAsSuch() {
    assertThat(words(1)).isEqualTo("no answer, , ");
  }

  private static String words(int index) {
    Endpoint endpoint = SampleReport.full().endpoints().get(index);
    EndpointWords words = new EndpointWords(endpoint);
    return words.status() + ", " + words.latency() + ", " + words.certificate();
  }
}
