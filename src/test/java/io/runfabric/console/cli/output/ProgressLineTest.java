package io.runfabric.console.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final AtomicLong time = new AtomicLong();
  private final ProgressLine line =
      new ProgressLine(new PrintStream(shown, true, StandardCharsets.UTF_8), time::get);

  @Test
  void tellsCountRateAndWhatIsLeft() {
    line.phase("reading");
    time.addAndGet(2_000_000_000);
    line.at(4_000, 10_000);

    assertThat(text()).endsWith("reading 4,000 of 10,000, 40%, 2,000/s, 3 s left");
  }

  @Test
  void withoutATotalItTellsCountAndRate() {
    line.phase("reading");
    time.addAndGet(1_000_000_000);
    line.at(1_500, -1);

    assertThat(text()).endsWith("reading 1,500, 1,500/s");
  }

  @Test
  void showsATenthOfASecondAtMostAndClearsTheLineAtTheEnd() {
    line.phase("reading");
    for (int i = 0; i < 1_000; i++) {
      time.addAndGet(1_000_000);
      line.at(i, -1);
    }
    line.close();

    assertThat(text().split("reading", -1)).hasSize(11);
    assertThat(text()).endsWith("\r\u001b[K");
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
