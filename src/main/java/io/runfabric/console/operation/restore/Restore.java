package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.ChangeRun;
import io.runfabric.console.operation.change.Feed;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return plan(changes, entries, entries.otherServices(), cancellation);
  }

  /// What putting one entry back would do, as it was once. It replaces what is stored also when
  /// that is newer: going back is what it is for.
  ///
  /// @throws BackendException also when the document does not load, or is another service's
  public RestorePlan plan(
      EntryPlace entry, byte[] content, Progress progress, Cancellation cancellation)
      throws BackendException {
    OneEntry one = OneEntry.of(entry.address(), content);
    String service = session.project().service();
    if (!one.wanted().service().equals(service)) {
      throw BackupEntries.otherService(one.wanted(), "this version of ", service);
    }
    if (!one.wanted().place(session.backend()).equals(entry.ref())) {
      throw new BackendException(
          Code.INVALID,
          entry.name() + " lies under another key than its own, " + entry.ref().key(),
          "look at it with state pull; nothing was changed");
    }
    ChangePlan changes =
        ChangePlan.of(
            one,
            session.backend(),
            new ChangePlan.Rules("restore", OnConflict.OVERWRITE, ChangePlan.Rules.KEEP),
            progress,
            cancellation);
    return plan(changes, one, Map.of(), cancellation);
  }

  private RestorePlan plan(
      ChangePlan changes,
      Feed<?> entries,
      Map<String, Long> otherServices,
      Cancellation cancellation)
      throws BackendException {
    return new RestorePlan(
        changes,
        entries,
        otherServices,
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
