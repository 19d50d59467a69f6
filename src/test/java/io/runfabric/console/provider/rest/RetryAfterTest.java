package io.runfabric.console.provider.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void secondsAreTakenAsTheyAre() {
    assertThat(RetryAfter.of(" 120 ", NOW)).contains(Duration.ofMinutes(2));
  }

  @Test
  void aDateIsCountedFromNow() {
    assertThat(RetryAfter.of("Sun, 01 Mar 2026 10:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void aDateThatIsPastAsksForNoWait() {
    assertThat(RetryAfter.of("Sun, 01 Mar 2026 09:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void anythingElseSaysNothing() {
    for (String text : new String[] {"", "soon", "-1", "1.5", "99999999999"}) {
      assertThat(RetryAfter.of(text, NOW)).as(text).isEmpty();
    }
  }
}
