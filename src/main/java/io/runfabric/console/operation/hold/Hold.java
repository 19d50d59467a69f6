package io.runfabric.console.operation.hold;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.lock.SeveralLeases;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HoldMemory.Remembered;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Takes the locks that the engine would take before it changes a stage, and remembers them.
///
/// A receipt is locked by its stage. Where the project declares engine 1's state, each of its
/// providers is locked too; those locks end within moments unless they are renewed, so they cannot
/// be left alone.
public final class Hold {

  private Hold() {}

  /// Locks the stage.
  ///
  /// @param trace is told the key of every lock that was taken
  /// @throws BackendException with [Code#LOCKED] when somebody holds one of the locks; none is
  ///   taken then
  public static HeldStage take(
      ProjectSession session, HoldRequest request, HoldMemory memory, Trace trace)
      throws BackendException, IOException {
    Project project = session.project();
    if (project.records().declared() && !request.renewed()) {
      throw new BackendException(
          Code.UNSUPPORTED,
          "this project has a state: block, and engine 1 takes over every lock that is not renewed"
              + " within "
              + project.records().lock().timeout().toSeconds()
              + " s",
          "leave --for out: the command then stays and renews the locks");
    }
    Lease lease =
        SeveralLeases.take(
            places(session.backend(), project), request.lockRequest(), request.steal(), Fence.NONE);
    HeldStage held = new HeldStage(project, request, memory, lease, end(session.now(), lease));
    try {
      memory.remember(
          project, request.service(), request.stage(), new Remembered(held.tokens(), false));
    } catch (IOException e) {
      lease.release();
      throw e;
    }
    held.keys().forEach(trace::changed);
    return held;
  }

  // In whole seconds, rounded up as in the lock itself.
  private static Instant end(Instant now, Lease lease) {
    return now.plus(lease.left()).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
  }

  private static List<StageLock> places(StateBackend backend, Project project) {
    List<StageLock> places = new ArrayList<>();
    places.add(new BackendLock(backend, EntryKind.RECEIPT, ""));
    if (project.records().declared()) {
      for (String provider : project.providers()) {
        places.add(new BackendLock(backend, EntryKind.RECORD, provider));
      }
    }
    return places;
  }
}
