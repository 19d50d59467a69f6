package io.runfabric.console.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceLimitTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "601", "-1", "ten", "1.5", "99999999999"})
  void whatIsNoNumberOfSecondsIsRefused(String text) {
    Map<String, String> environment = Map.of("RUNFABRIC_CONSOLE_TIMEOUT", text);

    assertThat(SilenceLimit.of(environment)).isEmpty();
    assertThatThrownBy(() -> SilenceLimit.check(environment))
        .hasMessage("RUNFABRIC_CONSOLE_TIMEOUT is no whole number from 1 to 600");
  }

  @Test
  void secondsAreTakenAndNothingIsNeeded() throws Exception {
    SilenceLimit.check(Map.of());
    SilenceLimit.check(Map.of("RUNFABRIC_CONSOLE_TIMEOUT", " 600 "));

    assertThat(SilenceLimit.of(Map.of())).isEmpty();
    assertThat(SilenceLimit.of(Map.of("RUNFABRIC_CONSOLE_TIMEOUT", "3")))
        .contains(Duration.ofSeconds(3));
  }
}
