package io.runfabric.console.ui.overview;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.ui.overview.Chart.Bar;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.table.Filter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The charts of the overview page.
///
/// @param days and `weeks`: when entries were deployed last
/// @param providers how many entries each has, the most first
/// @param ages how long ago entries were deployed
/// @param lockAges how long ago locks were taken
public record Charts(Chart days, Chart weeks, Chart providers, Chart ages, Chart lockAges) {

  /// Draws up what there is at a moment.
  public static Charts of(List<Entry> entries, List<Lock> locks, Instant now) {
    List<String> updates = entries.stream().map(Entry::updatedAt).toList();
    List<String> taken = locks.stream().map(Lock::createdAt).toList();
    return new Charts(
        DeploySeries.days(updates, now),
        DeploySeries.weeks(updates, now),
        providers(entries),
        new Chart(
            "Age of entries",
            "Since the last deploy.",
            AgeSeries.ENTRIES.bars(updates, now, Place.RECEIPTS, "entry", "entries"),
            "There is no entry."),
        new Chart(
            "Age of locks",
            "Since they were taken.",
            locks.isEmpty()
                ? List.of()
                : AgeSeries.LOCKS.bars(taken, now, Place.LOCKS, "lock", "locks"),
            "There is no lock."));
  }

  private static Chart providers(List<Entry> entries) {
    Map<String, List<Entry>> byProvider =
        entries.stream().collect(Collectors.groupingBy(Entry::provider, Collectors.toList()));
    List<Bar> bars =
        byProvider.entrySet().stream()
            .map(of -> provider(of.getKey(), of.getValue()))
            .sorted(Comparator.comparingLong(Bar::value).reversed().thenComparing(Bar::label))
            .toList();
    return new Chart("Providers", "Entries of each.", bars, "There is no entry.");
  }

  private static Bar provider(String name, List<Entry> entries) {
    long stages = entries.stream().map(Entry::stage).distinct().count();
    String label = name.isEmpty() ? "not known" : name;
    return new Bar(
        label,
        label
            + ": "
            + Texts.count(entries.size(), "entry", "entries")
            + " in "
            + Texts.count(stages, "stage", "stages"),
        entries.size(),
        name.isEmpty() ? Tone.NEUTRAL : Tone.ACCENT,
        Place.RECEIPTS.filtered(Filter.exactly("provider", name)));
  }

  /// The moments that stored texts name; what is no time is left out.
  static List<Instant> times(List<String> stored) {
    return stored.stream().flatMap(text -> Timestamps.parse(text).stream()).toList();
  }
}
