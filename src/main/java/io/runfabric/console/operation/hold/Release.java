package io.runfabric.console.operation.hold;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.hold.HoldMemory.Remembered;
import io.runfabric.console.operation.unlock.Holders;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives back the locks of a hold.
public final class Release {

  private static final int TRIES = 5;

  private final ProjectSession session;
  private final String service;
  private final String stage;
  private final Trace trace;

  private Release(ProjectSession session, String service, String stage, Trace trace) {
    this.session = session;
    this.service = service;
    this.stage = stage;
    this.trace = trace;
  }

  /// Gives back the locks of a stage that this user remembers, or those with the tokens given.
  ///
  /// @param ids tokens of a hold taken elsewhere; empty for the remembered ones
  /// @return how many locks were given back; 0 when nobody holds the stage
  /// @throws BackendException with [Code#LOCKED] when somebody else holds the stage, with
  ///   [Code#LEASE_LOST] when a lock was no longer there: others may have changed the stage
  public static int run(
      ProjectSession session,
      String service,
      String stage,
      Set<String> ids,
      HoldMemory memory,
      Trace trace,
      Cancellation cancellation)
      throws BackendException, IOException {
    cancellation.check();
    Release release = new Release(session, service, stage, trace);
    if (!ids.isEmpty()) {
      return release.giveBack(ids);
    }
    Project project = session.project();
    Optional<Remembered> own = memory.recall(project, service, stage);
    if (own.isEmpty()) {
      return release.refuseOthers();
    }
    memory.remember(project, service, stage, new Remembered(own.get().tokens(), true));
    try {
      return release.giveBack(own.get().tokens());
    } finally {
      if (release.held(own.get().tokens()).isEmpty()) {
        memory.forget(project, service, stage);
      }
    }
  }

  private int refuseOthers() throws BackendException {
    List<Lock> others = locks();
    if (!others.isEmpty()) {
      throw new BackendException(
          Code.LOCKED,
          service + "/" + stage + " is held by " + Holders.words(others) + ", not by you",
          "name its token with --lock-id if it is a hold of yours from another machine");
    }
    return 0;
  }

  private int giveBack(Set<String> tokens) throws BackendException {
    Set<String> gone = new HashSet<>(tokens);
    for (int attempt = 1; ; attempt++) {
      List<Lock> mine = held(tokens);
      try {
        for (Lock lock : mine) {
          requireHold(lock);
          session.backend().delete(lock.ref(), lock.revision());
          gone.remove(lock.lockId());
          trace.changed(lock.ref().key());
        }
        break;
      } catch (BackendException e) {
        // Renewed in this moment by the process that keeps it: look again.
        if (e.code() != Code.CONFLICT || attempt == TRIES) {
          throw e;
        }
      }
    }
    if (!gone.isEmpty()) {
      List<Lock> others = locks();
      throw new BackendException(
          Code.LEASE_LOST,
          "the hold on "
              + service
              + "/"
              + stage
              + " was lost before it was given back"
              + (others.isEmpty() ? "" : "; now it is held by " + Holders.words(others)),
          "look at the stage: somebody else may have changed it meanwhile");
    }
    return tokens.size();
  }

  private static void requireHold(Lock lock) throws BackendException {
    if (lock.maintenance().isEmpty()) {
      throw new BackendException(
          Code.LOCKED,
          lock.ref().key() + " was not taken by lock hold but by " + Holders.words(List.of(lock)),
          "let its holder give it back, or remove it with state force-unlock");
    }
  }

  private List<Lock> held(Set<String> tokens) throws BackendException {
    return locks().stream().filter(lock -> tokens.contains(lock.lockId())).toList();
  }

  private List<Lock> locks() throws BackendException {
    StateFilter ofStage =
        new StateFilter(Optional.of(service), Optional.of(stage), Optional.empty(), false);
    return session.locks(ofStage, Cancellation.never());
  }
}
