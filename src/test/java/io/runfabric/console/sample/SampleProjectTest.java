package io.runfabric.console.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.drift.Against;
import io.runfabric.console.operation.drift.DriftScope;
import io.runfabric.console.operation.drift.Gravity;
import io.runfabric.console.operation.drift.Reconcile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectTest {

  @TempDir private Path folder;

  @Test
  void theSampleHoldsTheTroublesAnOperatorMeets() throws Exception {
    Path config = SampleProject.write(folder.resolve("sample"), Clock.systemUTC());

    try (ProjectSession session = open(config)) {
      assertThat(session.warnings()).isEmpty();
      Overview overview = overview(session);
      assertThat(overview.receipts()).isEqualTo(8);
      assertThat(overview.records()).isEqualTo(5);
      assertThat(overview.unreadable()).isEqualTo(2);
      assertThat(overview.otherServices()).containsEntry("billing", 1L);
      assertThat(overview.journalsInterrupted()).isEqualTo(1);
      assertThat(session.locks(StateFilter.PROJECT, Cancellation.never()))
          .extracting(Lock::state)
          .containsExactlyInAnyOrder(Lock.State.HELD, Lock.State.STALE, Lock.State.STALE);
      assertThat(session.journals(StateFilter.PROJECT, Cancellation.never()))
          .extracting(Journal::checksum)
          .containsOnly(Journal.ChecksumState.VALID);
      assertThat(session.backend().workspaces()).hasSize(2);
    }
  }

  @Test
  void oneFunctionOfProductionIsConfiguredOtherwiseSinceItsDeploy() throws Exception {
    Path config = SampleProject.write(folder.resolve("sample"), Clock.systemUTC());
    ProjectRequest request =
        new ProjectRequest(config, config.getRoot(), Optional.empty(), Optional.empty(), Map.of());

    try (ProjectSession session = ProjectSession.open(request, BackendOptions.standard())) {
      assertThat(
              new Reconcile(session, request, new DriftScope(Set.of(Against.CONFIG), false, false))
                  .run(StateFilter.PROJECT, Progress.NONE, Cancellation.never())
                  .findings())
          .filteredOn(finding -> finding.gravity() == Gravity.WARNING)
          .extracting(finding -> finding.entry() + " " + finding.path())
          .containsExactly("receipt prod functions[payment-webhook].configSignature");
    }
  }

  @Test
  void itsSecondProjectIsOnLocalFiles() throws Exception {
    Path config = SampleProject.write(folder, Clock.systemUTC()).resolveSibling("webhooks");

    try (ProjectSession session = open(config.resolve("runfabric.yml"))) {
      Overview overview = overview(session);
      assertThat(overview.receipts()).isEqualTo(3);
      assertThat(overview.unreadable()).isEqualTo(1);
      assertThat(overview.locksStale()).isEqualTo(1);
    }
  }

  @Test
  void anEarlierSampleIsReplaced() throws Exception {
    SampleProject.write(folder, Clock.systemUTC());
    Files.delete(folder.resolve(".runfabric/state.db"));

    Path config = SampleProject.write(folder, Clock.systemUTC());

    try (ProjectSession session = open(config)) {
      assertThat(overview(session).receipts()).isEqualTo(8);
    }
  }

  @Test
  void aFolderWithAnythingElseInItIsLeftAlone() throws Exception {
    Path mine = Files.writeString(folder.resolve("runfabric.yml"), "service: mine\n");

    assertThatThrownBy(() -> SampleProject.write(folder, Clock.systemUTC()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not empty");
    assertThat(mine).hasContent("service: mine");
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).isEqualTo(List.of(mine));
    }
  }

  private static Overview overview(ProjectSession session) throws Exception {
    return Overview.of(session, StateFilter.PROJECT, Progress.NONE, Cancellation.never());
  }

  private static ProjectSession open(Path config) throws Exception {
    return ProjectSession.open(ProjectRequest.of(config), BackendOptions.standard());
  }
}
