package io.runfabric.console.ui.overview;

import io.runfabric.console.ui.overview.Chart.Bar;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts entries by the day or the week, in UTC, in which they were deployed last. That is all a
/// receipt or a record tells: each keeps its latest deploy only.
final class DeploySeries {

  private static final int DAYS = 14;
  private static final int WEEKS = 12;
  private static final int WEEK = 7;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
  private static final DateTimeFormatter NAMED =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private DeploySeries() {}

  /// The days up to today.
  static Chart days(List<String> updates, Instant now) {
    LocalDate first = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS - 1L);
    return chart(updates, first, DAYS, 1, "days");
  }

  /// The weeks up to this one, each from a Monday.
  static Chart weeks(List<String> updates, Instant now) {
    LocalDate monday =
        now.atZone(ZoneOffset.UTC)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return chart(updates, monday.minusWeeks(WEEKS - 1L), WEEKS, WEEK, "weeks");
  }

  private static Chart chart(
      List<String> updates, LocalDate first, int spans, int length, String word) {
    Map<LocalDate, Long> perDay =
        Charts.times(updates).stream()
            .collect(
                Collectors.groupingBy(
                    time -> time.atZone(ZoneOffset.UTC).toLocalDate(), Collectors.counting()));
    List<Bar> bars = new ArrayList<>();
    long counted = 0;
    for (int i = 0; i < spans; i++) {
      LocalDate from = first.plusDays((long) i * length);
      LocalDate to = from.plusDays(length - 1L);
      long count =
          from.datesUntil(to.plusDays(1)).mapToLong(day -> perDay.getOrDefault(day, 0L)).sum();
      counted += count;
      bars.add(bar(from, to, count));
    }
    return new Chart(
        "Last deploys",
        Texts.number(counted)
            + " of "
            + Texts.count(updates.size(), "entry", "entries")
            + " deployed last in these "
            + spans
            + " "
            + word
            + ". An entry keeps its latest deploy only, so earlier ones are not counted.",
        List.copyOf(bars),
        "There is no entry.");
  }

  private static Bar bar(LocalDate from, LocalDate to, long count) {
    String when = (from.equals(to) ? "" : "week from ") + NAMED.format(from) + ": ";
    return new Bar(
        DAY.format(from),
        when + Texts.count(count, "entry", "entries") + " deployed last",
        count,
        Tone.ACCENT,
        Place.RECEIPTS.filtered("updated>=" + from + " updated<=" + to));
  }
}
