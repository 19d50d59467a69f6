package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.ui.project.Following;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowingWordsTest {

  @Test
  void aBackendThatIsAskedIsFollowedAtThePaceTheHintSays() {
    FollowingWords words = FollowingWords.of(new Following.Asking(Duration.ofSeconds(20)));

    assertThat(words.text()).isEqualTo("following changes");
    assertThat(words.hint()).contains("about every 20 s");
  }

  @Test
  void aBackendThatDoesNotAnswerIsNotFollowedForTheReasonTheHintSays() {
    FollowingWords words =
        FollowingWords.of(new Following.Lost("cannot reach it", Duration.ofMinutes(5)));

    assertThat(words.text()).isEqualTo("not following");
    assertThat(words.hint()).contains("cannot reach it. Asks again in about 5 min");
  }
}
