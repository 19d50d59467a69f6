package io.runfabric.console.ui.drift;

import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.report.DriftFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// One comparison that came to its end.
///
/// @param at when it ended
record Comparison(DriftReport report, DriftFile.About about, Instant at, Duration took) {

  Comparison with(DriftReport changed) {
    return new Comparison(changed, about, at, took);
  }

  /// The ids of the critical findings.
  Set<String> critical() {
    return report.findings().stream()
        .filter(finding -> finding.gravity() == Gravity.CRITICAL)
        .map(DriftFinding::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
