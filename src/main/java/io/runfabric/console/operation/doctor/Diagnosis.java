package io.runfabric.console.operation.doctor;

import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.config.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What doctor found.
///
/// @param project absent when its configuration does not load
/// @param findings in the order they were made: place by place
public record Diagnosis(Optional<Project> project, List<Finding> findings) {

  /// The most pressing severity; `OK` when there is nothing else.
  public Severity worst() {
    return findings.stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.OK);
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /// Whether everything was looked at and nothing is wrong.
  public boolean healthy() {
    return worst().compareTo(Severity.NOT_CHECKED) < 0;
  }

  /// Whether something critical is about this.
  public boolean critical(Area area) {
    return findings.stream()
        .anyMatch(finding -> finding.severity() == Severity.CRITICAL && finding.area() == area);
  }

  /// What the console can mend itself.
  public List<Repair> repairs() {
    return findings.stream().flatMap(finding -> finding.repair().stream()).toList();
  }
}
