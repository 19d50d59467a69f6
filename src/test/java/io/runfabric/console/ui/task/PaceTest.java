package io.runfabric.console.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void theRestIsExpectedToGoAsFastAsWhatIsDone() {
    Pace pace = new Pace(BEGAN, 300, 1_200);

    assertThat(pace.perSecond(BEGAN.plusSeconds(3))).contains(100.0);
    assertThat(pace.left(BEGAN.plusSeconds(3))).contains(Duration.ofSeconds(9));
    assertThat(pace.fraction()).isEqualTo(0.25);
  }

  @Test
  void withoutATotalNothingIsSaidOfTheRest() {
    Pace pace = new Pace(BEGAN, 300, -1);

    assertThat(pace.left(BEGAN.plusSeconds(3))).isEmpty();
    assertThat(pace.fraction()).isNegative();
  }

  @Test
  void inTheFirstSecondAndBeforeTheFirstItemNothingIsSaid() {
    assertThat(new Pace(BEGAN, 300, 400).perSecond(BEGAN.plusMillis(900))).isEmpty();
    assertThat(new Pace(BEGAN, 0, 400).perSecond(BEGAN.plusSeconds(9))).isEmpty();
  }

  @Test
  void whatIsDoneHasNoRest() {
    assertThat(new Pace(BEGAN, 400, 400).left(BEGAN.plusSeconds(3))).isEmpty();
    assertThat(new Pace(BEGAN, 500, 400).fraction()).isEqualTo(1);
  }
}
