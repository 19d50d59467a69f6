package io.runfabric.console.ui.drift;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.ui.detail.DriftPage;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands above the table, without nodes.
///
/// @param tone of the sentence
/// @param sentence what it comes to
/// @param detail when, how long and what
record DriftHead(Tone tone, String sentence, String detail, List<Source> sources) {

  /// One thing that is compared with.
  ///
  /// @param title such as `Provider`
  /// @param number findings; negative while unknown
  /// @param caption where it stands, or what was not looked at
  /// @param active whether it is looked at now
  record Source(
      Against against, String title, long number, String caption, Tone tone, boolean active) {}

  static DriftHead of(
      Drifting state,
      Optional<Comparison> last,
      DriftScope scope,
      Optional<Duration> interval,
      Instant now) {
    Optional<DriftReport> report = last.map(Comparison::report);
    return switch (state) {
      case Drifting.NotYet() -> new DriftHead(Tone.NEUTRAL, "Not compared yet", "", waiting(scope));
      case Drifting.Running running ->
          new DriftHead(
              Tone.ACCENT,
              running.stopping() ? "Stopping…" : "Comparing…",
              words(running),
              running(scope, running));
      case Drifting.Ended(_, Optional<?> failure) when failure.isPresent() ->
          new DriftHead(
              Tone.DANGER,
              "It could not be compared",
              last.map(run -> "What is listed is of " + ago(run, now)).orElse(""),
              report.map(DriftHead::ended).orElseGet(() -> waiting(scope)));
      case Drifting.Ended(boolean whole, _) when !whole ->
          new DriftHead(
              Tone.NEUTRAL,
              "The comparison was stopped",
              last.map(run -> "What is listed is of " + ago(run, now)).orElse("Nothing is known"),
              report.map(DriftHead::ended).orElseGet(() -> waiting(scope)));
      case Drifting.Ended _ -> ended(last.orElseThrow(), interval, now);
    };
  }

  private static DriftHead ended(Comparison run, Optional<Duration> interval, Instant now) {
    DriftReport report = run.report();
    Tone tone;
    String sentence;
    if (report.count(Gravity.CRITICAL) > 0) {
      tone = Tone.DANGER;
      sentence = "Drift: what is recorded cannot be relied upon";
    } else if (report.count(Gravity.WARNING) > 0) {
      tone = Tone.WARNING;
      sentence = "Drift: what is recorded and what is meant differ";
    } else if (!report.notChecked().isEmpty()) {
      tone = Tone.NEUTRAL;
      sentence = "No drift in what was checked";
    } else {
      tone = Tone.SUCCESS;
      sentence = "No drift";
    }
    return new DriftHead(
        tone,
        sentence,
        counts(report)
            + " · compared "
            + ago(run, now)
            + interval.map(every -> " · again every " + minutes(every)).orElse(""),
        ended(report));
  }

  private static String counts(DriftReport report) {
    List<String> parts = new ArrayList<>();
    parts.add(Texts.count(report.entries().size(), "entry", "entries"));
    for (Gravity gravity : Gravity.values()) {
      long count = report.count(gravity);
      if (count > 0) {
        parts.add(1, Texts.number(count) + " " + gravity.word());
      }
    }
    if (!report.notChecked().isEmpty()) {
      parts.add(Texts.number(report.notChecked().size()) + " not checked");
    }
    if (!report.ignored().isEmpty()) {
      parts.add(Texts.number(report.ignored().size()) + " ignored");
    }
    return String.join(" · ", parts);
  }

  private static String ago(Comparison run, Instant now) {
    return Timestamps.relative(run.at(), now);
  }

  static String minutes(Duration every) {
    return every.toMinutes() == 60 ? "hour" : every.toMinutes() + " min";
  }

  private static String words(Drifting.Running running) {
    String what = running.phase().isEmpty() ? "reading entries" : running.phase();
    if (running.done() <= 0) {
      return Texts.sentence(what);
    }
    return Texts.sentence(what)
        + ", "
        + Texts.number(running.done())
        + (running.total() > 0 ? " of " + Texts.number(running.total()) : "");
  }

  private static List<Source> waiting(DriftScope scope) {
    return Arrays.stream(Against.values())
        .map(one -> new Source(one, title(one), -1, standing(one, scope), Tone.NEUTRAL, false))
        .toList();
  }

  private static String standing(Against one, DriftScope scope) {
    if (!scope.against().contains(one)) {
      return "left out";
    }
    return one.online() && !scope.network() ? "not asked" : what(one);
  }

  // Those that ask nobody are compared together, while entries are read.
  private static List<Source> running(DriftScope scope, Drifting.Running running) {
    List<Source> sources = new ArrayList<>();
    boolean past = true;
    for (Against one : Against.values()) {
      boolean wanted = standing(one, scope).equals(what(one));
      boolean active = one.online() ? running.phase().equals(one.word()) : early(running);
      past &= !active && (one.online() || !early(running));
      String caption =
          !wanted ? standing(one, scope) : active ? "looking…" : past ? "compared" : "waits";
      sources.add(
          new Source(
              one, title(one), -1, caption, active ? Tone.ACCENT : Tone.NEUTRAL, wanted && active));
    }
    return sources;
  }

  private static boolean early(Drifting.Running running) {
    return Against.of(running.phase()).filter(Against::online).isEmpty();
  }

  private static List<Source> ended(DriftReport report) {
    return Arrays.stream(Against.values()).map(one -> ended(report, one)).toList();
  }

  private static Source ended(DriftReport report, Against one) {
    long found = report.findings().stream().filter(finding -> finding.against() == one).count();
    long open =
        report.notChecked().stream().filter(unchecked -> unchecked.against() == one).count();
    if (!report.against().contains(one)) {
      return new Source(one, title(one), -1, "left out", Tone.NEUTRAL, false);
    }
    if (!report.asked(one)) {
      return new Source(one, title(one), -1, "not asked", Tone.NEUTRAL, false);
    }
    Tone tone =
        report.findings().stream()
            .filter(finding -> finding.against() == one)
            .map(finding -> finding.gravity())
            .max(Gravity::compareTo)
            .map(DriftPage::tone)
            .orElse(open > 0 ? Tone.NEUTRAL : Tone.SUCCESS);
    return new Source(
        one,
        title(one),
        found,
        open > 0 ? Texts.number(open) + " unchecked" : found == 0 ? "as it should be" : "",
        tone,
        false);
  }

  static String title(Against against) {
    String word = against.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// What the source is, in a few words.
  static String what(Against against) {
    return switch (against) {
      case INTEGRITY -> "the state itself";
      case CONFIG -> "runfabric.yml";
      case ARTIFACTS -> "what was built";
      case RECEIPTS -> "engine 1's receipts";
      case PROVIDER -> "what really runs";
      case ENDPOINTS -> "what answers at its URLs";
    };
  }
}
