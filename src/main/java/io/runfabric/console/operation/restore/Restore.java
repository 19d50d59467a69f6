package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.ChangeRun;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the entries of a backup back into a project, byte for byte where the backend keeps text.
/// Journals and locks of a backup are there to be read; they are never put back.
///
/// @param copies takes the backup before
public record Restore(ProjectSession session, SafetyCopy copies) {

  /// How it went.
  ///
  /// @param before the backup of what was there, taken before anything was changed; absent when
  ///   nothing that was there had to change
  /// @param rescue what could not be written, in a file of its own; absent when all was
  public record Result(Outcome outcome, Optional<Path> before, Optional<Path> rescue) {}

  /// What a restore would do. Only reads, and takes no lock.
  ///
  /// @param prune whether entries of this project that the backup does not hold are removed
  public RestorePlan plan(
      Snapshot snapshot,
      RestoreScope scope,
      OnConflict onConflict,
      boolean prune,
      Progress progress,
      Cancellation cancellation)
      throws BackendException, SnapshotException {
    String service = session.project().service();
    BackupEntries entries = new BackupEntries(snapshot, service, scope);
    ChangePlan changes =
        ChangePlan.of(
            entries,
            session.backend(),
            new ChangePlan.Rules(
                "restore",
                onConflict,
                prune ? entry -> entry.service().equals(service) : ChangePlan.Rules.KEEP),
            progress,
            cancellation);
    return new RestorePlan(
        changes,
        entries,
        entries.otherServices(),
        StageStanding.of(session, changes.effective(), cancellation));
  }

  /// Does what the plan says.
  ///
  /// @param trace is told what was changed, and where the backup taken before lies
  /// @throws BackendException when nothing was changed
  public Result apply(RestorePlan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws BackendException {
    List<Path> before = new ArrayList<>(1);
    ChangeRun.Around around =
        _ -> {
          Path file = copies.of(session, progress, cancellation);
          trace.snapshot(file.toString());
          before.add(file);
        };
    Outcome outcome =
        new ChangeRun(session.backend(), plan.entries(), around, /* keepGoing= */ false)
            .apply(plan.changes(), progress, cancellation);
    for (PlannedChange change : outcome.done()) {
      trace.changed(change.ref().key());
    }
    outcome.failure().ifPresent(failure -> trace.failed(failure.code().name()));
    return new Result(
        outcome,
        before.stream().findFirst(),
        outcome.failure().isPresent()
            ? new Rescue(session, copies).write(plan, outcome)
            : Optional.empty());
  }
}
