package io.runfabric.console.ui.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.report.DriftFile;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftHeadTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void whatWasNotAskedIsNeitherGoodNorZero() {
    DriftHead summary =
        ended(
            report(
                List.of(Against.CONFIG, Against.PROVIDER),
                new NotChecked(Against.PROVIDER, NotChecked.EVERYTHING, "no network")));

    assertThat(summary.sentence()).isEqualTo("No drift in what was checked");
    assertThat(summary.tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(source(summary, Against.PROVIDER).number()).isNegative();
    assertThat(source(summary, Against.PROVIDER).caption()).isEqualTo("not asked");
    assertThat(source(summary, Against.CONFIG).caption()).isEqualTo("as it should be");
    assertThat(source(summary, Against.ENDPOINTS).caption()).isEqualTo("left out");
  }

  @Test
  void onlyWhatWasCheckedWholeIsNoDrift() {
    DriftHead summary = ended(report(List.of(Against.CONFIG)));

    assertThat(summary.sentence()).isEqualTo("No drift");
    assertThat(summary.tone()).isEqualTo(Tone.SUCCESS);
    assertThat(summary.detail()).isEqualTo("1 entry · compared 5 min ago");
  }

  @Test
  void aSourceIsActiveWhileItsPhaseRuns() {
    DriftHead reading = running("");
    DriftHead provider = running("provider");

    assertThat(reading.sources())
        .extracting(DriftHead.Source::caption)
        .containsExactly("looking…", "looking…", "looking…", "looking…", "waits", "waits");
    assertThat(provider.sources())
        .extracting(DriftHead.Source::caption)
        .containsExactly("compared", "compared", "compared", "compared", "looking…", "waits");
    assertThat(running("endpoints").sources())
        .extracting(DriftHead.Source::caption)
        .endsWith("compared", "looking…");
    assertThat(provider.detail()).isEqualTo("Provider, 3 of 10");
  }

  @Test
  void aFailureDoesNotHideThatWhatIsListedIsOld() {
    Failure failure =
        new Failure("Looking", "no answer", "", List.of(), List.of(), Optional.empty());

    DriftHead summary =
        DriftHead.of(
            new Drifting.Ended(false, Optional.of(failure)),
            Optional.of(comparison(report(List.of(Against.CONFIG)))),
            DriftScope.ALL,
            Optional.empty(),
            NOW);

    assertThat(summary.tone()).isEqualTo(Tone.DANGER);
    assertThat(summary.detail()).isEqualTo("What is listed is of 5 min ago");
  }

  private static DriftHead running(String phase) {
    return DriftHead.of(
        new Drifting.Running(phase, 3, 10, false),
        Optional.empty(),
        DriftScope.ALL,
        Optional.empty(),
        NOW);
  }

  private static DriftHead ended(DriftReport report) {
    return DriftHead.of(
        new Drifting.Ended(true, Optional.empty()),
        Optional.of(comparison(report)),
        DriftScope.ALL,
        Optional.empty(),
        NOW);
  }

  private static Comparison comparison(DriftReport report) {
    return new Comparison(
        report,
        new DriftFile.About(
            "shop", "dev", "local", "/shop", "2026-03-01T11:55:00Z", "runfabric.yml"),
        NOW.minus(Duration.ofMinutes(5)),
        Duration.ofSeconds(1));
  }

  private static DriftReport report(List<Against> against, NotChecked... open) {
    return new DriftReport(
        against,
        List.of(new Looked("receipt", "dev", "aws-lambda", "")),
        List.of(),
        List.of(),
        Map.of(),
        List.of(open),
        Map.of(),
        List.of(),
        Optional.empty());
  }

  private static DriftHead.Source source(DriftHead summary, Against against) {
    return summary.sources().stream()
        .filter(one -> one.against() == against)
        .findFirst()
        .orElseThrow();
  }
}
