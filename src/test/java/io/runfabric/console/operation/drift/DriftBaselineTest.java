package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.DriftBaseline.Past;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.DriftReport.SinceBaseline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftBaselineTest {

  private static final DriftFinding OLD =
      SampleDeployed.finding(Gravity.WARNING, Against.CONFIG, "receipt dev", "old");
  private static final DriftFinding NEW =
      SampleDeployed.finding(Gravity.WARNING, Against.CONFIG, "receipt dev", "new");
  private static final Past GONE =
      new Past(
          "0123456789ab", "config", "region", "critical", "receipt dev", "dev", "path", "it was");

  @TempDir private Path folder;

  @Test
  void whatAReportFoundAndKnewIsPast() throws Exception {
    DriftBaseline baseline =
        read(
            """
            {"service": "shop", "counts": {},
             "findings": [
              {"id": "0123456789ab", "category": "config", "rule": "region",
               "severity": "critical", "entry": "receipt dev", "stage": "dev", "path": "path",
               "sentence": "it was"}],
             "ignored": [{"id": "222222222222"}],
             "known": [{"id": "111111111111"}]}
            """);

    assertThat(baseline.past())
        .containsExactly(GONE, new Past("111111111111", "", "", "", "", "", "", ""));
  }

  @Test
  void whatACommandPrintedIsReadToo() throws Exception {
    assertThat(
            read("""
            {"ok": true, "result":
              {"service": "shop", "counts": {}, "findings": [{"id": "0123456789ab"}]}}
            """)
                .past())
        .extracting(Past::id)
        .containsExactly("0123456789ab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | it has no findings and counts",
        "{'service': 'shop', 'findings': []} | it has no findings and counts",
        "{'service': 'shop', 'findings': {}, 'counts': {}} | it has no findings and counts",
        "{'service': 'shop', 'counts': {}} | it has no findings and counts",
        "{'service': 'shop2', 'findings': [], 'counts': {}}"
            + " | it is about another service than shop",
        "{'findings': [], 'counts': {}} | it is about another service than shop",
        "{'service': 'shop', 'findings': [{}], 'counts': {}} | it has a finding without an id",
        "{'service': 'shop', 'findings': [{'id': '0123456789aB'}], 'counts': {}}"
            + " | it has a finding without an id",
        "{'service': 'shop', 'findings': [], 'known': [{'id': ''}], 'counts': {}}"
            + " | it has a finding without an id"
      },
      quoteCharacter = '"')
  void whatIsNoSuchReportIsRefused(String json, String reason) {
    assertThatThrownBy(() -> read(json.replace('\'', '"')))
        .isInstanceOfSatisfying(
            UnreadableDocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void onlyWhatIsNewCounts() {
    Past old = new Past(OLD.id(), "config", "rule", "warning", "receipt dev", "dev", "old", "x");
    IgnoredFinding lived = new IgnoredFinding(OLD, "as agreed", LocalDate.of(2026, 12, 31));
    DriftReport report = report(List.of(OLD, NEW), List.of(), List.of(), "");

    DriftReport applied =
        new DriftBaseline(List.of(old, GONE)).applied(report, StateFilter.PROJECT);

    assertThat(applied)
        .isEqualTo(
            new DriftReport(
                report.against(),
                report.entries(),
                List.of(NEW),
                report.ignored(),
                report.expired(),
                report.notChecked(),
                report.otherServices(),
                report.endpoints(),
                Optional.of(
                    new SinceBaseline(Set.of(OLD.id(), GONE.id()), List.of(OLD), List.of(GONE)))));
    assertThat(
            new DriftBaseline(List.of(old))
                .applied(report(List.of(), List.of(lived), List.of(), ""), StateFilter.PROJECT)
                .resolved())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    ", , , true",
    "shop, , , false",
    ", dev, , true",
    ", qa, , false",
    ", , aws-lambda, false"
  })
  void onlyWhatWasLookedAtAgainIsGone(
      String service, String stage, String provider, boolean resolved) {
    StateFilter filter =
        new StateFilter(
            Optional.ofNullable(service),
            Optional.ofNullable(stage),
            Optional.ofNullable(provider),
            false);

    assertThat(
            new DriftBaseline(List.of(GONE))
                .applied(report(List.of(), List.of(), List.of(), ""), filter)
                .resolved())
        .hasSize(resolved ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIG, region, everything, false",
    "PROVIDER, region, everything, true",
    "CONFIG, region, receipt dev, false",
    "CONFIG, region, functions of receipt dev, false",
    "CONFIG, region, receipt qa, true",
    "CONFIG, region, record shop/qa/aws, true",
    "CONFIG, region, deploy receipts, false",
    "CONFIG, region, signature of api in receipt dev, true",
    "CONFIG, signature, signature of api in receipt dev, false",
    "CONFIG, signature, signature of api in receipt qa, true",
    "CONFIG, signature, receipt dev, false"
  })
  void whatCouldNotBeSeenIsNotGone(
      Against against, String rule, String notChecked, boolean resolved) {
    Past past = new Past(GONE.id(), "config", rule, "warning", "receipt dev", "dev", "", "");
    DriftReport report =
        report(List.of(), List.of(), List.of(new NotChecked(against, notChecked, "a reason")), "");

    assertThat(new DriftBaseline(List.of(past)).applied(report, StateFilter.PROJECT).resolved())
        .hasSize(resolved ? 1 : 0);
  }

  @Test
  void whatWasNotComparedIsNotGone() {
    Past past = new Past(GONE.id(), "artifacts", "region", "", "receipt dev", "dev", "", "");

    assertThat(
            new DriftBaseline(List.of(past))
                .applied(report(List.of(), List.of(), List.of(), ""), StateFilter.PROJECT)
                .resolved())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"dev, 0", "qa, 1"})
  void anEntryThatDoesNotLoadHidesWhatIsOfItsStage(String stage, int resolved) {
    Past past = new Past(GONE.id(), "config", "region", "", "receipt x", stage, "", "");

    assertThat(
            new DriftBaseline(List.of(past))
                .applied(
                    report(List.of(), List.of(), List.of(), "it does not load"),
                    StateFilter.PROJECT)
                .resolved())
        .hasSize(resolved);
  }

  private static DriftReport report(
      List<DriftFinding> findings,
      List<IgnoredFinding> ignored,
      List<NotChecked> notChecked,
      String error) {
    return new DriftReport(
        List.of(Against.CONFIG, Against.PROVIDER),
        List.of(new Looked("receipt", "dev", "aws-lambda", error)),
        findings,
        ignored,
        Map.of("x", LocalDate.of(2026, 1, 1)),
        notChecked,
        Map.of("other", 1L),
        List.of(),
        Optional.empty());
  }

  private DriftBaseline read(String json) throws Exception {
    return DriftBaseline.read(Files.writeString(folder.resolve("report.json"), json), "shop");
  }
}
