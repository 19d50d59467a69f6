package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.doctor.Verdict;
import io.runfabric.console.ui.style.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the health page says, without nodes. Every text in it went through the redactor.
///
/// @param tiles most pressing first
/// @param sections place by place: in the order in which they are looked at, and worst first at the
///   end
/// @param shown how many findings the narrowing lets through
record HealthPage(
    Examination examination,
    Headline headline,
    List<Tile> tiles,
    List<Section> sections,
    Narrowing narrowing,
    long shown) {

  /// What it comes to.
  enum Headline {
    RUNNING("Checking…", Tone.ACCENT),
    STOPPED("The check did not come to its end.", Tone.NEUTRAL),
    GOOD(Verdict.GOOD.sentence(), Tone.SUCCESS),
    NOT_ALL_CHECKED(Verdict.NOT_ALL_CHECKED.sentence(), Tone.NEUTRAL),
    WORKS(Verdict.WORKS.sentence(), Tone.WARNING),
    WRONG(Verdict.WRONG.sentence(), Tone.DANGER);

    private final String sentence;
    private final Tone tone;

    Headline(String sentence, Tone tone) {
      this.sentence = sentence;
      this.tone = tone;
    }

    String sentence() {
      return sentence;
    }

    Tone tone() {
      return tone;
    }
  }

  /// How many there are of a severity.
  record Tile(Severity severity, long number, boolean chosen) {}

  /// Puts the page together.
  static HealthPage of(Examination examination, Narrowing narrowing) {
    List<Tile> tiles =
        Arrays.stream(Severity.values())
            .sorted(Comparator.reverseOrder())
            .map(severity ->
                new Tile(
                    severity,
                    examination.diagnosis().count(severity),
                    narrowing.equals(new Narrowing.Only(severity))))
            .toList();
    return new HealthPage(
        examination,
        headline(examination),
        tiles,
        sections(examination, narrowing),
        narrowing,
        tiles.stream()
            .filter(tile -> narrowing.shows(tile.severity()))
            .mapToLong(Tile::number)
            .sum());
  }

  boolean running() {
    return examination instanceof Examination.Running;
  }

  long total() {
    return examination.diagnosis().findings().size();
  }

  /// When, how long and how it was looked, or at what it is looked now.
  String detail(Instant now) {
    return switch (examination) {
      case Examination.Running running when running.stopping() -> "Stopping…";
      case Examination.Running running -> "Looking at " + Redactor.masking().text(running.place());
      case Examination.Ended ended ->
          (ended.whole() ? "Checked " : "Ended ")
              + Timestamps.relative(ended.at(), now)
              + (ended.whole() ? " in " : " after ")
              + span(ended.took())
              + (ended.mayWrite() ? ", with a trial write" : ", read only");
    };
  }

  /// `84 ms`, `1.2 s`.
  static String span(Duration took) {
    long millis = Math.max(1, took.toMillis());
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }

  // Sorted at the end only, so that nothing jumps while findings come in.
  private static List<Section> sections(Examination examination, Narrowing narrowing) {
    List<Section> arrived = Section.of(examination.diagnosis().findings(), narrowing);
    return switch (examination) {
      case Examination.Running _ -> arrived;
      case Examination.Ended _ ->
          arrived.stream().sorted(Comparator.comparing(Section::worst).reversed()).toList();
    };
  }

  private static Headline headline(Examination examination) {
    Verdict verdict = Verdict.of(examination.diagnosis().worst());
    return switch (examination) {
      case Examination.Running _ -> Headline.RUNNING;
      case Examination.Ended ended when !ended.whole() && verdict != Verdict.WRONG ->
          Headline.STOPPED;
      case Examination.Ended _ ->
          switch (verdict) {
            case GOOD -> Headline.GOOD;
            case NOT_ALL_CHECKED -> Headline.NOT_ALL_CHECKED;
            case WORKS -> Headline.WORKS;
            case WRONG -> Headline.WRONG;
          };
    };
  }
}
