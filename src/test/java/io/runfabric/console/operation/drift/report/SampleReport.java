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
import java.time.Instant;
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

  /// A finding that has everything.
  static final DriftFinding WHOLE =
      new DriftFinding(
          Against.CONFIG,
          "region",
          Gravity.CRITICAL,
          "receipt dev",
          "dev",
          "outputs.region",
          "eu-west-1",
          "us-east-1",
          "it is in another region",
          "seen there",
          Mend.REMOVE,
          "runfabric plan --stage dev");

  /// A finding that has only what every one has.
  static final DriftFinding BARE =
      new DriftFinding(
          Against.ENDPOINTS,
          "status",
          Gravity.INFO,
          "receipt qa",
          "",
          "",
          "",
          "",
          "there is nothing",
          "",
          Mend.NONE,
          "");

  static final DriftFinding LIVED_WITH =
      new DriftFinding(
          Against.CONFIG,
          "signature",
          Gravity.WARNING,
          "receipt qa",
          "qa",
          "functions[api]",
          "512",
          "256",
          "the memory was changed",
          "",
          Mend.NONE,
          "");

  static final DriftFinding KNOWN =
      new DriftFinding(
          Against.ENDPOINTS,
          "tls-expiry",
          Gravity.WARNING,
          "receipt prod",
          "prod",
          "outputs.url",
          "",
          "",
          "it expires",
          "",
          Mend.NONE,
          "");

  private static final DriftBaseline.Past GONE =
      new DriftBaseline.Past(
          "0123456789ab",
          "config",
          "missing-function",
          "critical",
          "receipt old",
          "old",
          "functions[old]",
          "it was missing");

  private static final DriftBaseline.Past BARELY_TOLD =
      new DriftBaseline.Past(
          "ba9876543210", "provider", "orphan", "info", "receipt older", "", "", "it was alone");

  private SampleReport() {}

  /// With other things in every place, and what may be absent both there and not.
  static DriftReport full() {
    return new DriftReport(
        List.of(Against.INTEGRITY, Against.CONFIG, Against.PROVIDER, Against.ENDPOINTS),
        List.of(
            new Looked("receipt", "dev", "aws-lambda", ""),
            new Looked("record", "qa", "gcp", "it does not load")),
        List.of(WHOLE, BARE),
        List.of(new IgnoredFinding(LIVED_WITH, "as agreed", LocalDate.of(2026, 12, 31))),
        Map.of(WHOLE.id(), LocalDate.of(2026, 2, 28)),
        List.of(
            new NotChecked(Against.PROVIDER, NotChecked.EVERYTHING, "nobody may ask"),
            new NotChecked(Against.CONFIG, "signature of a in receipt dev", "there is none"),
            new NotChecked(Against.CONFIG, "signature of b in receipt dev", "there is none")),
        Map.of("shop2", 2L, "api", 1L),
        List.of(
            new DriftReport.Endpoint(
                "receipt dev",
                "outputs.url",
                "https://api.example.com/",
                Optional.of("8.8.8.8"),
                Optional.of(302),
                Optional.of(17L),
                Optional.of(Instant.parse("2026-03-14T15:09:26.535Z")),
                Optional.of("www.example.com")),
            new DriftReport.Endpoint(
                "receipt qa",
                "outputs.hook",
                "http://hook.example.com/",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        Optional.of(
            new SinceBaseline(
                Set.of(KNOWN.id(), LIVED_WITH.id(), GONE.id(), BARELY_TOLD.id()),
                List.of(KNOWN),
                List.of(GONE, BARELY_TOLD))));
  }

  /// The same with nothing of an earlier report.
  static DriftReport withoutBaseline() {
    DriftReport report = full();
    return new DriftReport(
        report.against(),
        report.entries(),
        report.findings(),
        report.ignored(),
        report.expired(),
        report.notChecked(),
        report.otherServices(),
        report.endpoints(),
        Optional.empty());
  }

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

  /// A text with `<WHOLE>` and the like put as the ids they stand for.
  static String withIds(String text) {
    return text.replace("<WHOLE>", WHOLE.id())
        .replace("<BARE>", BARE.id())
        .replace("<LIVED_WITH>", LIVED_WITH.id())
        .replace("<KNOWN>", KNOWN.id());
  }
}
