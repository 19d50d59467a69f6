package io.runfabric.console.operation.drift.report;

import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.Gravity;
import java.util.ArrayList;
import java.util.List;

/// What a report comes to, in the words that every format uses.
///
/// @param looked how many entries were looked at, such as `2 entries`
/// @param counts such as `1 critical, 0 to look at, 2 good to know, 0 ignored, 3 not checked`
public record DriftSummary(Verdict verdict, String looked, String counts) {

  /// What one may conclude.
  public enum Verdict {
    DRIFT("Drift."),
    NO_DRIFT("No drift."),
    /// Something was not looked at, which is never taken for good.
    NO_DRIFT_AS_FAR_AS_CHECKED("No drift in what was checked.");

    private final String sentence;

    Verdict(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /// @param failOn from which gravity on a finding is drift
  public static DriftSummary of(DriftReport report, Gravity failOn) {
    List<String> counts = new ArrayList<>();
    counts.add(report.count(Gravity.CRITICAL) + " critical");
    counts.add(report.count(Gravity.WARNING) + " to look at");
    counts.add(report.count(Gravity.INFO) + " good to know");
    counts.add(report.ignored().size() + " ignored");
    counts.add(report.notChecked().size() + " not checked");
    report
        .baseline()
        .ifPresent(since -> {
          counts.add(since.known().size() + " known from the baseline");
          counts.add(since.resolved().size() + " resolved");
        });
    int entries = report.entries().size();
    return new DriftSummary(
        verdict(report, failOn),
        entries + (entries == 1 ? " entry" : " entries"),
        String.join(", ", counts));
  }

  private static Verdict verdict(DriftReport report, Gravity failOn) {
    if (report.drifted(failOn)) {
      return Verdict.DRIFT;
    }
    return report.notChecked().isEmpty() ? Verdict.NO_DRIFT : Verdict.NO_DRIFT_AS_FAR_AS_CHECKED;
  }

  /// `Looked at 2 entries: 1 critical, …`
  public String sentence() {
    return "Looked at " + looked + ": " + counts + ".";
  }
}
