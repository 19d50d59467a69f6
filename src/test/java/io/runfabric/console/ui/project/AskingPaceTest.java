package io.runfabric.console.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AskingPaceTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AskingPace pace = new AskingPace(noChance());
  private Instant now = START;

  @Test
  void theFirstTimeIsAfterFiveSeconds() {
    assertThat(pause()).isEqualTo(5);
  }

  @Test
  void whileNothingChangesPausesGrowToAMinute() {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pauses.add(pause());
      pace.unchanged();
    }

    assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
  }

  @Test
  void whileTheBackendDoesNotAnswerPausesGrowToFiveMinutesAndItsAnswerEndsThat() {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      pauses.add(pause());
      pace.failed();
    }
    pace.unchanged();

    assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
    assertThat(pause()).isEqualTo(5);
  }

  @Test
  void aChangeBringsTheFastPaceBack() {
    calm();

    pace.restart();

    assertThat(pause()).isEqualTo(5);
  }

  @Test
  void whoActsSeesNewsSoonAndDoesNotPutItOffByActingAgain() {
    calm();
    assertThat(pace.due(now)).isFalse();

    pace.acted(now);
    now = now.plusSeconds(4);
    pace.acted(now);
    now = now.plusSeconds(1);

    assertThat(pace.due(now)).isTrue();
  }

  @Test
  void aBackendThatDoesNotAnswerIsAskedSoonerOnlyForWhoComesBack() {
    calm();
    pace.failed();
    assertThat(pace.due(now)).isFalse();

    pace.acted(now);
    assertThat(pace.due(now.plusSeconds(6))).isFalse();
    pace.returned(now);

    assertThat(pace.due(now.plusSeconds(6))).isTrue();
  }

  @Test
  void chanceDrawsAPauseOutByAFifthAtMost() {
    AskingPace drawn = new AskingPace(new Random(7));
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      pauses.add(untilDue(drawn));
      drawn.restart();
    }

    assertThat(pauses)
        .allSatisfy(one -> assertThat(one).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6)));
    assertThat(pauses.stream().distinct().count()).isGreaterThan(10);
  }

  private void calm() {
    for (int i = 0; i < 6; i++) {
      pace.unchanged();
    }
  }

  private long pause() {
    return untilDue(pace).toSeconds();
  }

  private Duration untilDue(AskingPace asked) {
    Instant from = now;
    while (!asked.due(now)) {
      now = now.plusMillis(1);
    }
    return Duration.between(from, now);
  }

  /// Draws nothing out.
  static RandomGenerator noChance() {
    return () -> 0L;
  }
}
