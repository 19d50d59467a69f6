package io.runfabric.console.ui.overview;

import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.ui.project.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything on the overview page, without nodes.
record OverviewPage(OverviewModel sums, Fact backup, Fact backend, Charts charts) {

  /// What the page is made of.
  ///
  /// @param listing how long reading the entries took
  record Source(
      Overview overview,
      ProjectSession session,
      List<Entry> entries,
      List<Lock> locks,
      List<WorkspaceRows> workspaces,
      LoadState state,
      Optional<Duration> listing) {}

  /// Puts the page together, and looks into the folder of backups. Call in the background.
  static OverviewPage of(Source source, Instant now) {
    ProjectSession session = source.session();
    return new OverviewPage(
        OverviewModel.of(
            source.overview(),
            new OverviewModel.Surroundings(
                source.workspaces(), session.project().otherBackends(), session.warnings())),
        backup(session, now),
        Fact.backend(
            session.backend().kind().word(),
            source.state(),
            source.listing(),
            source.entries().size()),
        Charts.of(source.entries(), source.locks(), now));
  }

  private static Fact backup(ProjectSession session, Instant now) {
    try {
      return Fact.backup(BackupFolder.latest(session.project()), now);
    } catch (IOException | UncheckedIOException _) {
      return Fact.backupNotKnown();
    }
  }
}
