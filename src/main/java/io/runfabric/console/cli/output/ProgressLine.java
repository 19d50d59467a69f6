package io.runfabric.console.cli.output;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Progress as one line of a terminal that is written over again and again.
public final class ProgressLine implements ProgressOutput {

  private static final String CLEARED = "\r\u001b[K";

  private final PrintStream err;
  private final ProgressPace pace;
  private String phase = "";
  private boolean visible;

  public ProgressLine(PrintStream err, LongSupplier nanoseconds) {
    this.err = err;
    this.pace = new ProgressPace(nanoseconds, Duration.ofMillis(100));
  }

  @Override
  public void phase(String name) {
    phase = name;
    pace.restart();
  }

  @Override
  public void at(long done, long total) {
    if (!pace.due()) {
      return;
    }
    long rate = pace.perSecond(done);
    StringBuilder line = new StringBuilder(CLEARED);
    if (!phase.isEmpty()) {
      line.append(phase).append(' ');
    }
    line.append(number(done));
    if (total > 0) {
      line.append(" of ").append(number(total)).append(", ").append(100 * done / total).append('%');
    }
    line.append(", ").append(number(rate)).append("/s");
    if (total > 0 && rate > 0) {
      line.append(", ").append(number((total - done) / rate)).append(" s left");
    }
    err.print(line);
    err.flush();
    visible = true;
  }

  @Override
  public void close() {
    if (visible) {
      err.print(CLEARED);
      err.flush();
      visible = false;
    }
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
