package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.style.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One line of the page: a finding, or several that differ in their subject alone.
///
/// @param subjects at least one
/// @param remedy empty where there is nothing to do
record Row(
    Severity severity,
    List<Area> areas,
    List<String> subjects,
    String evidence,
    String remedy,
    Optional<Duration> took,
    Optional<Repair> repair) {

  /// The rows of findings, in their order.
  static List<Row> of(List<Finding> findings) {
    Map<Row, List<Finding>> alike = new LinkedHashMap<>();
    for (Finding finding : findings) {
      alike.computeIfAbsent(withoutSubject(finding), _ -> new ArrayList<>()).add(finding);
    }
    return alike.entrySet().stream().map(row -> row.getKey().about(row.getValue())).toList();
  }

  static String shown(String text) {
    return Redactor.masking().text(text);
  }

  /// All of it, for who does not see it.
  String inWords() {
    return severity.word().replace('-', ' ')
        + ": "
        + String.join(", ", subjects)
        + ": "
        + evidence
        + (remedy.isEmpty() ? "" : ". To mend it: " + remedy);
  }

  /// `permissions, conditional writes`.
  String areaTitles() {
    return areas.stream().map(Area::title).collect(Collectors.joining(", "));
  }

  private static Row withoutSubject(Finding finding) {
    return new Row(
        finding.severity(),
        List.of(),
        List.of(),
        Texts.sentence(shown(finding.evidence())),
        Texts.sentence(shown(finding.remedy())),
        finding.took(),
        finding.repair());
  }

  private Row about(List<Finding> alike) {
    return new Row(
        severity,
        alike.stream().map(Finding::area).distinct().toList(),
        alike.stream().map(finding -> shown(finding.subject())).distinct().toList(),
        evidence,
        remedy,
        took,
        repair);
  }
}
