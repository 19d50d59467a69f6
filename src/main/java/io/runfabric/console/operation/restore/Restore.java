package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.backup.Backup;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.backup.BackupRequest;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.ChangeRun;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the entries of a backup back into a project, byte for byte where the backend keeps text.
/// Journals and locks of a backup are there to be read; they are never put back.
///
/// @param tool the program, with its version, for the backup taken before
/// @param user who runs it
public record Restore(ProjectSession session, String tool, String user) {

  /// How it went.
  ///
  /// @param before the backup of what was there, taken before anything was changed; absent when
  ///   nothing that was there had to change
  public record Result(ChangeRun.Outcome outcome, Optional<Path> before) {}

  /// What a restore would do. Only reads, and takes no lock.
  ///
  /// @param prune whether entries of this project that the backup does not hold are removed
  public ChangePlan plan(
      Snapshot snapshot,
      RestoreScope scope,
      OnConflict onConflict,
      boolean prune,
      Progress progress,
      Cancellation cancellation)
      throws BackendException, IOException, SnapshotException {
    String service = session.project().service();
    return ChangePlan.of(
        BackupEntries.of(snapshot, service, scope, cancellation),
        session.backend(),
        new ChangePlan.Rules(
            "restore", onConflict, prune ? entry -> entry.service().equals(service) : _ -> false),
        progress,
        cancellation);
  }

  /// Does what the plan says.
  ///
  /// @param trace is told what was changed, and where the backup taken before lies
  /// @throws BackendException when nothing was changed
  public Result apply(ChangePlan plan, Trace trace, Progress progress, Cancellation cancellation)
      throws BackendException {
    List<Path> before = new ArrayList<>(1);
    ChangeRun run =
        new ChangeRun(
            session.backend(),
            _ -> {
              Path file = kept(progress, cancellation);
              trace.snapshot(file.toString());
              before.add(file);
            },
            _ -> {});
    ChangeRun.Outcome outcome = run.apply(plan, progress, cancellation);
    for (PlannedChange change : outcome.done()) {
      trace.changed(change.ref().key());
    }
    outcome.failure().ifPresent(failure -> trace.failed(failure.code().name()));
    return new Result(outcome, before.stream().findFirst());
  }

  private Path kept(Progress progress, Cancellation cancellation) throws BackendException {
    try {
      return Backup.write(
              session,
              new BackupRequest(
                  StateFilter.PROJECT,
                  BackupFolder.fileFor(session.project(), session.now(), /* encrypted= */ false),
                  /* replace= */ false,
                  /* allowPartial= */ true,
                  Optional.empty(),
                  tool,
                  user),
              progress,
              cancellation)
          .file();
    } catch (IOException e) {
      throw notKept("the disk does not take it").causedBy(e);
    } catch (SnapshotException e) {
      throw notKept(e.sentence()).causedBy(e);
    }
  }

  private static BackendException notKept(String why) {
    return new BackendException(
        Code.UNREACHABLE,
        "what would be replaced could not be backed up before ("
            + why
            + "), so nothing was changed",
        "make room in the project's .runfabric/backup, or give yourself write permission on it");
  }
}
