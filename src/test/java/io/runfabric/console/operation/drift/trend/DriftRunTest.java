package io.runfabric.console.operation.drift.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftFinding;
import io.runfabric.console.operation.drift.DriftReport;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import io.runfabric.console.operation.drift.DriftReport.NotChecked;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Mend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftRunTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final DriftRun RUN =
      new DriftRun(
          NOW,
          "shop",
          "local",
          "dev",
          "provider=gcp",
          List.of("config"),
          Map.of(Gravity.WARNING, 2L),
          3,
          4,
          5,
          List.of("a"),
          6);

  @TempDir private Path folder;

  @Test
  void aReportIsRememberedByItsNumbersAndIds() throws Exception {
    DriftFinding found = finding(Gravity.CRITICAL, "a");
    DriftFinding known = finding(Gravity.INFO, "b");

    DriftRun run =
        run(
            new StateFilter(Optional.empty(), Optional.of("qa"), Optional.empty(), false),
            new DriftScope(
                EnumSet.of(Against.ENDPOINTS, Against.CONFIG, Against.PROVIDER), true, false),
            List.of(found, known, known));

    assertThat(run)
        .isEqualTo(
            new DriftRun(
                NOW,
                "shop",
                "local",
                "qa",
                "",
                List.of("config", "provider", "endpoints"),
                Map.of(Gravity.INFO, 2L, Gravity.WARNING, 0L, Gravity.CRITICAL, 1L),
                1,
                2,
                3,
                List.of(found.id(), known.id()),
                1_500));
  }

  @Test
  void whatMayNotBeAskedWasNotCompared() throws Exception {
    DriftRun run = run(StateFilter.PROJECT, DriftScope.ALL.networking(false), List.of());

    assertThat(run.against()).containsExactly("integrity", "config", "artifacts", "receipts");
    assertThat(run.stage()).isEmpty();
  }

  @Test
  void whatElseIsLookedAtIsToldInWords() throws Exception {
    StateFilter everything =
        new StateFilter(Optional.of("cart"), Optional.empty(), Optional.of("gcp"), true);

    assertThat(run(everything, DriftScope.ALL, List.of()).filter())
        .isEqualTo("service=cart provider=gcp all-services");
  }

  @Test
  void aGravityThatIsNotThereIsNone() {
    assertThat(RUN.count(Gravity.WARNING)).isEqualTo(2);
    assertThat(RUN.count(Gravity.CRITICAL)).isZero();
  }

  @Test
  void runsThatLookedAtTheSameAreComparable() {
    DriftRun later =
        new DriftRun(
            NOW.plusSeconds(1),
            "shop",
            "local",
            "dev",
            "provider=gcp",
            List.of("config"),
            Map.of(),
            0,
            0,
            0,
            List.of(),
            0);

    assertThat(RUN.comparable(later)).isTrue();
  }

  @Test
  void runsThatLookedAtSomethingElseAreNot() {
    assertThat(RUN.comparable(like("cart", "local", "dev", "provider=gcp", "config"))).isFalse();
    assertThat(RUN.comparable(like("shop", "s3", "dev", "provider=gcp", "config"))).isFalse();
    assertThat(RUN.comparable(like("shop", "local", "", "provider=gcp", "config"))).isFalse();
    assertThat(RUN.comparable(like("shop", "local", "dev", "", "config"))).isFalse();
    assertThat(RUN.comparable(like("shop", "local", "dev", "provider=gcp", "provider"))).isFalse();
  }

  private static DriftRun like(
      String service, String backend, String stage, String filter, String against) {
    return new DriftRun(
        NOW,
        service,
        backend,
        stage,
        filter,
        List.of(against),
        RUN.counts(),
        RUN.ignored(),
        RUN.notChecked(),
        RUN.entries(),
        RUN.ids(),
        RUN.milliseconds());
  }

  private static DriftFinding finding(Gravity gravity, String path) {
    return new DriftFinding(
        Against.CONFIG,
        "rule",
        gravity,
        "receipt dev",
        "dev",
        path,
        "",
        "",
        "sentence",
        "",
        Mend.NONE,
        "");
  }

  private DriftRun run(StateFilter filter, DriftScope scope, List<DriftFinding> findings)
      throws Exception {
    Looked looked = new Looked("receipt", "dev", "aws-lambda", "");
    NotChecked open = new NotChecked(Against.CONFIG, "x", "y");
    DriftReport report =
        new DriftReport(
            List.of(Against.CONFIG),
            List.of(looked, looked, looked),
            findings,
            List.of(
                new IgnoredFinding(
                    finding(Gravity.INFO, "c"), "as agreed", LocalDate.of(2026, 12, 31))),
            Map.of(),
            List.of(open, open),
            Map.of(),
            List.of(),
            Optional.empty());
    Path file =
        Files.writeString(
            folder.resolve("runfabric.yml"), "service: shop\nprovider: {name: aws-lambda}\n");
    try (ProjectSession session =
        ProjectSession.open(
            new ProjectRequest(file, folder, Optional.empty(), Optional.empty(), Map.of()),
            new BackendOptions(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC), _ -> false))) {
      return DriftRun.of(session, filter, scope, report, Duration.ofMillis(1_500));
    }
  }
}
