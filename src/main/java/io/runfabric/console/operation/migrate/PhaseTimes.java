package io.runfabric.console.operation.migrate;

import io.runfabric.console.operation.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Progress that also remembers how long each phase took.
public final class PhaseTimes implements Progress {

  private final Progress shown;
  private final List<Phase> ended = new ArrayList<>();
  private String name = "";
  private long since;

  /// A phase and how long it took.
  public record Phase(String name, Duration time) {}

  PhaseTimes(Progress shown) {
    this.shown = shown;
  }

  @Override
  public void at(long done, long total) {
    shown.at(done, total);
  }

  @Override
  public void phase(String next) {
    end();
    name = next;
    since = System.nanoTime();
    shown.phase(next);
  }

  @Override
  public void entry(String item) {
    shown.entry(item);
  }

  private void end() {
    if (!name.isEmpty()) {
      ended.add(new Phase(name, Duration.ofNanos(System.nanoTime() - since)));
      name = "";
    }
  }

  /// All phases, the last of which ends now.
  List<Phase> phases() {
    end();
    return List.copyOf(ended);
  }
}
