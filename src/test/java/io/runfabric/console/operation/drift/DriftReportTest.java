package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.config.DriftIgnores.Ignored;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.DriftReport.SinceBaseline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftReportTest {

  private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
  private static final DriftFinding CRITICAL =
      SampleDeployed.finding(Gravity.CRITICAL, Against.CONFIG, "receipt dev", "a");
  private static final DriftFinding WARNING =
      SampleDeployed.finding(Gravity.WARNING, Against.CONFIG, "receipt dev", "b");
  private static final DriftFinding INFO =
      SampleDeployed.finding(Gravity.INFO, Against.CONFIG, "receipt dev", "c");

  private static final DriftReport REPORT =
      report(List.of(CRITICAL, INFO), List.of(new IgnoredFinding(WARNING, "as agreed", UNTIL)));

  @Test
  void whatWasNotLookedAtAtAllWasNotAsked() {
    assertThat(REPORT.asked(Against.CONFIG)).isTrue();
    assertThat(REPORT.asked(Against.PROVIDER)).isFalse();
    assertThat(REPORT.asked(Against.ENDPOINTS)).isTrue();
    assertThat(REPORT.asked(Against.ARTIFACTS)).isFalse();
  }

  @Test
  void whatIsAgreedToBeLivedWithCountsNoMore() {
    DriftReport agreed = REPORT.agreeing(new Ignored(CRITICAL.id(), "later", UNTIL));

    assertThat(agreed)
        .isEqualTo(
            report(
                List.of(INFO),
                List.of(
                    new IgnoredFinding(WARNING, "as agreed", UNTIL),
                    new IgnoredFinding(CRITICAL, "later", UNTIL))));
  }

  @Test
  void whatIsNoMoreLivedWithCountsInItsPlace() {
    assertThat(REPORT.counting(WARNING.id()))
        .isEqualTo(report(List.of(CRITICAL, WARNING, INFO), List.of()));
  }

  @Test
  void anIdThatIsNotThereChangesNothing() {
    assertThat(REPORT.counting("0123456789ab")).isEqualTo(REPORT);
    assertThat(REPORT.agreeing(new Ignored("0123456789ab", "x", UNTIL))).isEqualTo(REPORT);
  }

  @Test
  void findingsAreCountedByGravity() {
    assertThat(REPORT.count(Gravity.CRITICAL)).isEqualTo(1);
    assertThat(REPORT.count(Gravity.WARNING)).isZero();
    assertThat(REPORT.count(Gravity.INFO)).isEqualTo(1);
  }

  @Test
  void itIsDriftWhereSomethingIsAtLeastAsGrave() {
    DriftReport warned = report(List.of(WARNING), List.of());

    assertThat(warned.drifted(Gravity.INFO)).isTrue();
    assertThat(warned.drifted(Gravity.WARNING)).isTrue();
    assertThat(warned.drifted(Gravity.CRITICAL)).isFalse();
    assertThat(report(List.of(), List.of()).drifted(Gravity.INFO)).isFalse();
  }

  @Test
  void withoutABaselineNothingIsKnownOrResolved() {
    DriftReport plain =
        new DriftReport(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            Optional.empty());

    assertThat(plain.known()).isEmpty();
    assertThat(plain.resolved()).isEmpty();
    assertThat(REPORT.known()).containsExactly(CRITICAL);
    assertThat(REPORT.resolved()).extracting(DriftBaseline.Past::id).containsExactly("b");
  }

  @Test
  void aBaselineHadWhatItNames() {
    SinceBaseline since = REPORT.baseline().orElseThrow();

    assertThat(since.had("a")).isTrue();
    assertThat(since.had("c")).isFalse();
  }

  private static DriftReport report(List<DriftFinding> findings, List<IgnoredFinding> ignored) {
    return new DriftReport(
        List.of(Against.CONFIG, Against.PROVIDER, Against.ENDPOINTS),
        List.of(new Looked("receipt", "dev", "aws-lambda", "")),
        findings,
        ignored,
        Map.of("expired", UNTIL),
        List.of(
            new NotChecked(Against.PROVIDER, NotChecked.EVERYTHING, "x"),
            new NotChecked(Against.ENDPOINTS, "outputs.url of receipt dev", "x")),
        Map.of("other", 1L),
        List.of(),
        Optional.of(
            new SinceBaseline(
                Set.of("a", "b"),
                List.of(CRITICAL),
                List.of(new DriftBaseline.Past("b", "", "", "", "", "", "", "")))));
  }
}
