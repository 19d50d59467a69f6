package io.runfabric.console.operation.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.report.DriftSummary.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftSummaryTest {

  @Test
  void everythingIsCounted() {
    assertThat(DriftSummary.of(SampleReport.full(), Gravity.WARNING))
        .isEqualTo(
            new DriftSummary(
                Verdict.DRIFT,
                "2 entries",
                "1 critical, 0 to look at, 1 good to know, 1 ignored, 3 not checked, 1 known from"
                    + " the baseline, 2 resolved"));
  }

  @Test
  void withoutABaselineNothingIsSaidOfOne() {
    assertThat(DriftSummary.of(SampleReport.clean(), Gravity.INFO).sentence())
        .isEqualTo(
            "Looked at 1 entry: 0 critical, 0 to look at, 0 good to know, 0 ignored, 0 not"
                + " checked.");
  }

  @Test
  void whetherItIsDriftDependsOnWhatIsAskedFor() {
    DriftReport report =
        SampleReport.report(
            List.of(SampleReport.finding(Gravity.WARNING, "receipt dev", "x")), List.of(), "x");

    assertThat(verdict(report, Gravity.INFO)).isEqualTo("Drift.");
    assertThat(verdict(report, Gravity.WARNING)).isEqualTo("Drift.");
    assertThat(verdict(report, Gravity.CRITICAL)).isEqualTo("No drift.");
  }

  @Test
  void whatWasNotCheckedIsNeverTakenForGood() {
    assertThat(
            verdict(
                SampleReport.report(
                    List.of(), List.of(new NotChecked(Against.CONFIG, "x", "y")), "x"),
                Gravity.INFO))
        .isEqualTo("No drift in what was checked.");
  }

  private static String verdict(DriftReport report, Gravity failOn) {
    return DriftSummary.of(report, failOn).verdict().sentence();
  }
}
