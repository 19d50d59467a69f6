package io.runfabric.console.ui.overview;

import io.runfabric.console.ui.overview.Chart.Bar;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Counts times by how long ago they are.
///
/// @param steps from young to old, each up to its age; the last one has no end
record AgeSeries(List<Step> steps) {

  private static final String TO_ANY_AGE = "";

  static final AgeSeries ENTRIES =
      new AgeSeries(
          List.of(
              new Step("under a day", Duration.ofDays(1), "1d", Tone.ACCENT),
              new Step("1 to 7 days", Duration.ofDays(7), "7d", Tone.ACCENT),
              new Step("7 to 30 days", Duration.ofDays(30), "30d", Tone.ACCENT),
              new Step("30 to 90 days", Duration.ofDays(90), "90d", Tone.ACCENT),
              new Step("90 days and over", Duration.ZERO, TO_ANY_AGE, Tone.ACCENT)));

  // A lease lasts 15 minutes; few deploys take an hour.
  static final AgeSeries LOCKS =
      new AgeSeries(
          List.of(
              new Step("under 15 minutes", Duration.ofMinutes(15), "15min", Tone.ACCENT),
              new Step("15 min to 1 hour", Duration.ofHours(1), "1h", Tone.ACCENT),
              new Step("1 hour to 1 day", Duration.ofDays(1), "1d", Tone.WARNING),
              new Step("1 day and over", Duration.ZERO, TO_ANY_AGE, Tone.WARNING)));

  /// A span of ages.
  ///
  /// @param word the age it ends at, as filters have it
  record Step(String label, Duration upTo, String word, Tone tone) {}

  /// One bar per step, and one for what has no time if there is any.
  List<Bar> bars(List<String> stored, Instant now, Place page, String one, String many) {
    List<Instant> times = Charts.times(stored);
    long[] counts = new long[steps.size()];
    for (Instant time : times) {
      counts[step(Duration.between(time, now))]++;
    }
    List<Bar> bars = new ArrayList<>();
    String from = "";
    for (int i = 0; i < counts.length; i++) {
      Step step = steps.get(i);
      String to = step.word().equals(TO_ANY_AGE) ? "" : "age<" + step.word();
      bars.add(
          bar(step.label(), counts[i], step.tone(), page, (from + " " + to).strip(), one, many));
      from = "age>=" + step.word();
    }
    int timeless = stored.size() - times.size();
    if (timeless > 0) {
      bars.add(bar("not known", timeless, Tone.NEUTRAL, page, "age=unknown", one, many));
    }
    return List.copyOf(bars);
  }

  private int step(Duration age) {
    int step = 0;
    while (step < steps.size() - 1 && age.compareTo(steps.get(step).upTo()) >= 0) {
      step++;
    }
    return step;
  }

  private static Bar bar(
      String label, long count, Tone tone, Place page, String filter, String one, String many) {
    return new Bar(
        label, label + ": " + Texts.count(count, one, many), count, tone, page.filtered(filter));
  }
}
