package io.runfabric.console.operation.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.DriftReport.IgnoredFinding;
import io.runfabric.console.operation.drift.DriftReport.Looked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A comparison of a project on disk, as it is put together.
class ReconcileTest {

  private static final String CONFIGURATION =
      """
      service: shop
      provider: {name: aws-lambda, region: eu-central-1}
      """;

  @TempDir private Path folder;
  private final List<String> phases = new ArrayList<>();

  @BeforeEach
  void aReceiptOfAnotherRegion() throws Exception {
    Files.createDirectories(folder.resolve(".runfabric"));
    receipt("dev", "us-east-1", "[]");
  }

  @Test
  void whatIsComparedIsToldWithEveryEntry() throws Exception {
    Files.writeString(folder.resolve(".runfabric/qa.json"), "torn");

    DriftReport report = run(Set.of(Against.CONFIG));

    assertThat(report.against()).containsExactly(Against.CONFIG);
    assertThat(report.entries()).hasSize(2);
    assertThat(report.entries()).contains(new Looked("receipt", "dev", "aws-lambda", ""));
    assertThat(report.entries())
        .filteredOn(one -> one.stage().equals("qa"))
        .allSatisfy(one -> assertThat(one.error()).isNotEmpty());
    assertThat(report.findings()).extracting(DriftFinding::rule).containsExactly("region");
    assertThat(report.baseline()).isEmpty();
    assertThat(phases).doesNotContain("recovering");
  }

  @Test
  void whatTakesTheNetworkIsNamedWhereItIsNotAllowed() throws Exception {
    DriftReport report = run(EnumSet.of(Against.CONFIG, Against.PROVIDER, Against.ENDPOINTS));

    assertThat(report.notChecked())
        .extracting(one -> one.against().word() + " " + one.what() + " " + one.reason())
        .containsExactly(
            "provider everything requests over the network were not allowed",
            "endpoints everything requests over the network were not allowed");
  }

  @Test
  void whatTheRunbookKnowsIsAmongTheFindingsTheGravestFirst() throws Exception {
    Files.writeString(folder.resolve(".runfabric/qa.json"), "torn");

    DriftReport report = run(EnumSet.of(Against.INTEGRITY, Against.CONFIG));

    assertThat(report.findings())
        .isSortedAccordingTo(DriftFinding.GRAVEST_FIRST)
        .extracting(DriftFinding::rule)
        .contains("unreadable-entry", "receipt-without-artifacts", "region");
    assertThat(phases).contains("recovering");
  }

  @Test
  void aReceiptWithArtifactsIsNotTakenForOneWithout() throws Exception {
    receipt("dev", "eu-central-1", "[{\"function\": \"api\"}]");

    assertThat(run(EnumSet.of(Against.INTEGRITY)).findings())
        .extracting(DriftFinding::rule)
        .doesNotContain("receipt-without-artifacts");
  }

  @Test
  void whatIsLivedWithDoesNotCountUntilItsLastDayIsOver() throws Exception {
    DriftFinding found = run(Set.of(Against.CONFIG)).findings().getFirst();

    agree(found.id(), "2026-03-01");
    DriftReport agreed = run(Set.of(Against.CONFIG));
    agree(found.id(), "2026-02-28");
    DriftReport expired = run(Set.of(Against.CONFIG));

    assertThat(agreed.findings()).isEmpty();
    assertThat(agreed.ignored())
        .containsExactly(new IgnoredFinding(found, "as agreed", LocalDate.of(2026, 3, 1)));
    assertThat(agreed.expired()).isEmpty();
    assertThat(expired.findings()).containsExactly(found);
    assertThat(expired.ignored()).isEmpty();
    assertThat(expired.expired())
        .containsOnlyKeys(found.id())
        .containsValue(LocalDate.of(2026, 2, 28));
  }

  private void agree(String id, String until) throws Exception {
    Files.writeString(
        folder.resolve(".runfabric/drift-ignore.yml"),
        "ignore:\n  - id: '%s'\n    reason: as agreed\n    until: %s\n".formatted(id, until));
  }

  private void receipt(String stage, String region, String artifacts) throws Exception {
    Files.writeString(
        folder.resolve(".runfabric").resolve(stage + ".json"),
        """
        {"version": 2, "service": "shop", "stage": "%s", "provider": "aws-lambda",
         "deploymentId": "d-1", "outputs": {"region": "%s"}, "artifacts": %s,
         "updatedAt": "2026-03-01T10:00:00Z"}
        """
            .formatted(stage, region, artifacts));
  }

  private DriftReport run(Set<Against> against) throws Exception {
    ProjectRequest request = SampleDeployed.request(folder, CONFIGURATION);
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    Progress progress =
        new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public void phase(String name) {
            phases.add(name);
          }
        };
    try (ProjectSession session =
        ProjectSession.open(request, new BackendOptions(Optional.empty(), clock, _ -> false))) {
      return new Reconcile(session, request, new DriftScope(against, false, false))
          .run(StateFilter.PROJECT, progress, Cancellation.never());
    }
  }
}
