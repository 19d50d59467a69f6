package io.runfabric.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {

  private String board = "";
  private final List<Duration> delays = new ArrayList<>();
  private final List<Runnable> due = new ArrayList<>();
  private final SecretClipboard secrets =
      new SecretClipboard(
          new SecretClipboard.Board() {
            @Override
            public String text() {
              return board;
            }

            @Override
            public void put(String text) {
              board = text;
            }

            @Override
            public void clear() {
              board = "";
            }
          },
          (delay, action) -> {
            delays.add(delay);
            due.add(action);
          });

  @Test
  void aSecretLeavesTheClipboardAfterHalfAMinute() {
    secrets.copy("hunter2");
    assertThat(board).isEqualTo("hunter2");
    assertThat(delays).containsExactly(Duration.ofSeconds(30));

    due.getFirst().run();

    assertThat(board).isEmpty();
  }

  @Test
  void whatWasCopiedMeanwhileStays() {
    secrets.copy("hunter2");
    board = "something else";

    due.getFirst().run();

    assertThat(board).isEqualTo("something else");
  }

  @Test
  void theSameSecretCopiedAgainStaysItsFullTime() {
    secrets.copy("hunter2");
    secrets.copy("hunter2");

    due.getFirst().run();
    assertThat(board).isEqualTo("hunter2");
    due.getLast().run();

    assertThat(board).isEmpty();
  }

  @Test
  void itCanBeTakenOffBeforeItsTime() {
    secrets.copy("hunter2");

    secrets.forget();

    assertThat(board).isEmpty();
  }
}
