package io.runfabric.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z,just now",
    "2026-03-01T11:59:59Z,1 s ago",
    "2026-03-01T11:59:15Z,45 s ago",
    "2026-03-01T11:59:00Z,1 min ago",
    "2026-03-01T11:00:00Z,1 h ago",
    "2026-02-27T12:00:00Z,2 d ago",
    "2024-03-01T12:00:00Z,2 y ago",
    "2026-03-01T11:55:00Z,5 min ago",
    "2026-03-01T12:12:30Z,in 12 min",
    "2026-03-01T01:00:00Z,11 h ago",
    "2026-02-20T12:00:00Z,9 d ago",
    "2023-03-01T12:00:00Z,3 y ago",
  })
  void agesAreWordedInOneUnit(String then, String words) {
    assertThat(Timestamps.relative(Instant.parse(then), NOON)).isEqualTo(words);
  }

  @Test
  void eachEnginesTimesAreWrittenAsItWritesThem() {
    Instant instant = Instant.parse("2026-03-01T10:00:00.120Z");
    assertThat(Timestamps.engine2(instant)).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(Timestamps.engine1(instant)).isEqualTo("2026-03-01T10:00:00.120Z");
  }

  @Test
  void offsetsAreRead() {
    assertThat(Timestamps.parse("2026-03-01T14:00:00+02:00")).contains(NOON);
    assertThat(Timestamps.parse("yesterday")).isEmpty();
    assertThat(Timestamps.shown("2026-03-01T14:00:00+02:00")).isEqualTo("2026-03-01 12:00:00");
    assertThat(Timestamps.shown("yesterday")).isEqualTo("yesterday");
  }
}
