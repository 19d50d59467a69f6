package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.LogLine;
import io.runfabric.console.ui.task.Nature;
import io.runfabric.console.ui.task.Pace;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the panel says of a task.
public final class TaskWords {

  private static final double SLOW = 10;

  private TaskWords() {}

  /// What it does.
  static String title(RunningTask task) {
    return Texts.sentence(task.title());
  }

  /// Where it stands, in a word or two.
  static String state(RunningTask task) {
    return switch (task.stateProperty().get()) {
      case TaskState.Running() -> task.nature() == Nature.WRITING ? "Writing" : "Running";
      case TaskState.Stopping() -> "Stopping";
      case TaskState.Done _ -> "Done";
      case TaskState.Stopped() -> "Stopped";
      case TaskState.Failed _ -> "Failed";
    };
  }

  static Tone tone(RunningTask task) {
    return switch (task.stateProperty().get()) {
      case TaskState.Running() -> Tone.ACCENT;
      case TaskState.Stopping() -> Tone.WARNING;
      case TaskState.Done _ -> Tone.SUCCESS;
      case TaskState.Stopped() -> Tone.NEUTRAL;
      case TaskState.Failed _ -> Tone.DANGER;
    };
  }

  /// How far it is, or how it ended: `reading · 1,204 of 3,000 · 400/s · 5 s left · 3 s`.
  public static String line(RunningTask task, Instant now) {
    List<String> parts = new ArrayList<>();
    switch (task.stateProperty().get()) {
      case TaskState.Running(), TaskState.Stopping() -> underWay(task, now, parts);
      case TaskState.Done(String result) -> {
        parts.add(result);
        ended(task, now, parts);
      }
      case TaskState.Stopped() -> {
        parts.add("stopped");
        ended(task, now, parts);
      }
      case TaskState.Failed _ -> {
        parts.add("failed");
        ended(task, now, parts);
      }
    }
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  private static void underWay(RunningTask task, Instant now, List<String> parts) {
    if (task.cancelled()) {
      parts.add("stopping");
    } else if (!task.log().isEmpty()) {
      parts.add(task.log().getLast().text());
    }
    Pace pace = task.pace();
    if (pace.done() > 0) {
      parts.add(
          pace.total() > 0
              ? Texts.number(pace.done()) + " of " + Texts.number(pace.total())
              : Texts.number(pace.done()));
    }
    pace.perSecond(now).map(TaskWords::rate).ifPresent(parts::add);
    pace.left(now).map(left -> length(left) + " left").ifPresent(parts::add);
    parts.add(length(task.took(now)));
  }

  private static void ended(RunningTask task, Instant now, List<String> parts) {
    Duration took = task.took(now);
    parts.add(length(took));
    parts.add(Timestamps.relative(task.startedAt().plus(took), now));
  }

  static String rate(double perSecond) {
    return perSecond < SLOW
        ? String.format(Locale.ROOT, "%.1f/s", perSecond)
        : Texts.number(Math.round(perSecond)) + "/s";
  }

  /// `440 ms`, `1.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
  static String length(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 1) {
      return Math.max(1, length.toMillis()) + " ms";
    }
    if (seconds < SLOW) {
      return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1_000.0);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return joined(seconds / 60, "min", seconds % 60, "s");
    }
    return joined(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
  }

  private static String joined(long many, String unit, long few, String smaller) {
    return many + " " + unit + (few == 0 ? "" : " " + few + " " + smaller);
  }

  /// `12:00:03 reading`, in UTC.
  static String log(LogLine line) {
    return time(line.at()) + "  " + line.text();
  }

  /// The time of day, in UTC.
  static String time(Instant at) {
    return Timestamps.shown(at.toString()).substring("yyyy-MM-dd ".length());
  }
}
