package io.runfabric.console.operation.backup;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.user.Program;
import io.runfabric.console.operation.user.UserName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A backup of a whole project, taken before something of it is replaced or removed.
///
/// @param tool the program, with its version
/// @param user who runs it
public record SafetyCopy(String tool, String user) {

  /// Taken by this program, for who runs it.
  public static SafetyCopy byThisProgram() {
    return new SafetyCopy(Program.name(), UserName.ofThisProcess().user());
  }

  /// Takes it, as one phase of whatever it is taken for.
  ///
  /// @return where it is, in the project's own folder of backups
  /// @throws BackendException when it cannot be kept; nothing is to be changed then
  public Path of(ProjectSession session, Progress progress, Cancellation cancellation)
      throws BackendException {
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
              // A phase of its own would end the caller's.
              (done, total) -> progress.at(done, total),
              cancellation)
          .file();
    } catch (IOException e) {
      throw notKept(DiskFailure.of(e).reason()).causedBy(e);
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
