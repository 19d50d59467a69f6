package io.runfabric.console.operation.drift.report;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftBaseline;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.DriftReport.SinceBaseline;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Mend;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reports that hold something of everything.
final class SampleReport {

  static final DriftFile.About ABOUT =
      new DriftFile.About(
          "shop", "prod", "s3", "s3://state/shop", "2026-03-01T12:00:00Z", "my shop/runfabric.yml");

  private SampleReport() {}

  /// With one text in every place that takes one.
  static DriftReport saying(String text) {
    return report(
        List.of(finding(Gravity.CRITICAL, text, text)),
        List.of(new NotChecked(Against.PROVIDER, text, text)),
        text);
  }

  static DriftReport clean() {
    return new DriftReport(
        List.of(Against.CONFIG),
        List.of(new Looked("receipt", "prod", "aws-lambda", "")),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  static DriftReport report(
      List<DriftFinding> findings, List<NotChecked> notChecked, String reason) {
    DriftFinding ignored = finding(Gravity.INFO, "receipt qa", "it is another");
    return new DriftReport(
        List.of(Against.INTEGRITY, Against.CONFIG, Against.PROVIDER),
        List.of(new Looked("receipt", "prod", "aws-lambda", "")),
        findings,
        List.of(new IgnoredFinding(ignored, reason, LocalDate.of(2026, 12, 31))),
        Map.of(),
        notChecked,
        Map.of(),
        List.of(),
        Optional.empty());
  }

  static DriftReport withBaseline(DriftReport report, String text) {
    DriftFinding known = finding(Gravity.WARNING, "receipt known", text);
    return new DriftReport(
        report.against(),
        report.entries(),
        report.findings(),
        report.ignored(),
        report.expired(),
        report.notChecked(),
        report.otherServices(),
        report.endpoints(),
        Optional.of(
            new SinceBaseline(
                Set.of(known.id()),
                List.of(known),
                List.of(
                    new DriftBaseline.Past(
                        "0123456789ab", text, text, "warning", text, "prod", text, text)))));
  }

  static DriftFinding finding(Gravity gravity, String entry, String text) {
    return new DriftFinding(
        Against.CONFIG,
        "region",
        gravity,
        entry,
        "prod",
        text,
        text,
        text,
        text,
        text,
        Mend.NONE,
        text);
  }
}
