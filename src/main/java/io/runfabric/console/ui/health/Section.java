package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// What was found at one place.
///
/// @param counts of all its findings, whether shown or not, most pressing first
/// @param rows those shown, most pressing first
record Section(String place, SequencedMap<Severity, Long> counts, List<Row> rows) {

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::area);

  /// Sections that have something to show, in the order of their first findings.
  static List<Section> of(List<Finding> findings, Narrowing narrowing) {
    Map<String, List<Finding>> places = new LinkedHashMap<>();
    findings.forEach(
        finding -> places.computeIfAbsent(finding.place(), _ -> new ArrayList<>()).add(finding));
    return places.entrySet().stream()
        .map(place -> section(place.getKey(), place.getValue(), narrowing))
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  /// For people: with a capital.
  String title() {
    return place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1);
  }

  /// The most pressing severity here, whether shown or not.
  Severity worst() {
    return counts.firstEntry().getKey();
  }

  private static Section section(String place, List<Finding> findings, Narrowing narrowing) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    findings.forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
    SequencedMap<Severity, Long> ordered = new LinkedHashMap<>();
    counts.keySet().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(severity -> ordered.put(severity, counts.getOrDefault(severity, 0L)));
    return new Section(
        Row.shown(place),
        ordered,
        Row.of(
            findings.stream()
                .filter(finding -> narrowing.shows(finding.severity()))
                .sorted(WORST_FIRST)
                .toList()));
  }
}
