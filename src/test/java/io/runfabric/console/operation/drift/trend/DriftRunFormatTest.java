package io.runfabric.console.operation.drift.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.model.Json;
import io.runfabric.console.operation.drift.Gravity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftRunFormatTest {

  private static final DriftRun RUN =
      new DriftRun(
          Instant.parse("2026-03-01T12:00:00.125Z"),
          "shop",
          "local",
          "dev",
          "provider=gcp",
          List.of("config", "provider"),
          Map.of(Gravity.INFO, 1L, Gravity.WARNING, 2L, Gravity.CRITICAL, 3L),
          4,
          5,
          6,
          List.of("0123456789ab", "ba9876543210"),
          7);

  private static final String LINE =
      """
      {"at": "2026-03-01T12:00:00.125Z", "service": "shop", "backend": "local", "stage": "dev",
       "filter": "provider=gcp", "against": ["config", "provider"], "entries": 6,
       "counts": {"info": 1, "warning": 2, "critical": 3, "ignored": 4, "notChecked": 5},
       "milliseconds": 7, "ids": ["0123456789ab", "ba9876543210"]}
      """;

  @Test
  void everythingOfARunIsInItsLine() throws Exception {
    assertThat(Json.line(DriftRunFormat.json(RUN)))
        .isEqualTo(Json.line(Json.MAPPER.readTree(LINE)));
  }

  @Test
  void aLineIsReadAsTheRunItTellsOf() {
    assertThat(DriftRunFormat.read(LINE)).contains(RUN);
  }

  @Test
  void whatALineDoesNotTellIsEmpty() {
    assertThat(DriftRunFormat.read("{\"at\": \"2026-03-01T12:00:00Z\", \"counts\": {}}"))
        .contains(
            new DriftRun(
                Instant.parse("2026-03-01T12:00:00Z"),
                "",
                "",
                "",
                "",
                List.of(),
                Map.of(Gravity.INFO, 0L, Gravity.WARNING, 0L, Gravity.CRITICAL, 0L),
                0,
                0,
                0,
                List.of(),
                0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"at\":\"2026-03-0",
        "[]",
        "{\"counts\": {}}",
        "{\"at\": \"yesterday\", \"counts\": {}}",
        "{\"at\": \"2026-03-01T12:00:00Z\"}",
        "{\"at\": \"2026-03-01T12:00:00Z\", \"counts\": 1}"
      })
  void whatIsNoRunIsNotRead(String line) {
    assertThat(DriftRunFormat.read(line)).isEmpty();
  }
}
