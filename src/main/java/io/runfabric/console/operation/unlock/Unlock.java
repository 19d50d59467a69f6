package io.runfabric.console.operation.unlock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.activity.Trace;
import io.runfabric.console.operation.unlock.Removal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Removes the locks of a plan, each at the very revision that was judged.
///
/// A stage's lock may lie in several places. Whoever renewed one of them works, so all are compared
/// before the first is removed, and none is removed after one that had changed.
public final class Unlock {

  private final ProjectSession session;
  private final UnlockPlan plan;
  private final Trace trace;

  private Unlock(ProjectSession session, UnlockPlan plan, Trace trace) {
    this.session = session;
    this.plan = plan;
    this.trace = trace;
  }

  /// Removes the locks and looks who holds what was to be freed.
  ///
  /// @param trace is told the key of every lock that was removed
  public static UnlockResult apply(
      ProjectSession session, UnlockPlan plan, Trace trace, Cancellation cancellation)
      throws BackendException {
    cancellation.check();
    List<Removal> removals = new Unlock(session, plan, trace).removals();
    UnlockResult result = new UnlockResult(plan, removals, holding(session, plan, cancellation));
    if (!result.unlocked() || !result.free()) {
      trace.failed(Code.CONFLICT.name());
    }
    return result;
  }

  private List<Removal> removals() throws BackendException {
    List<Removal> compared = new ArrayList<>();
    for (Evidence lock : plan.locks()) {
      compared.add(new Removal(lock, compared(lock)));
    }
    boolean changed = compared.stream().anyMatch(one -> one.outcome() == Outcome.CHANGED);
    List<Removal> removals = new ArrayList<>();
    for (Removal one : compared) {
      Outcome outcome = one.outcome();
      if (outcome == Outcome.LEFT && !changed) {
        outcome = removed(one.evidence());
        changed = outcome == Outcome.CHANGED;
      }
      removals.add(new Removal(one.evidence(), outcome));
    }
    return List.copyOf(removals);
  }

  private Outcome compared(Evidence evidence) throws BackendException {
    Optional<StoredDocument> stored = session.read(evidence.lock().ref());
    if (stored.isEmpty()) {
      return Outcome.GIVEN_BACK;
    }
    return stored.get().revision().equals(evidence.lock().revision())
        ? Outcome.LEFT
        : Outcome.CHANGED;
  }

  private Outcome removed(Evidence evidence) throws BackendException {
    Lock lock = evidence.lock();
    try {
      session.backend().delete(lock.ref(), lock.revision());
    } catch (BackendException e) {
      if (e.code() != Code.CONFLICT) {
        throw e;
      }
      // A client that asked again after a lost answer is told of a conflict with its own removal.
      return session.read(lock.ref()).isEmpty() ? Outcome.GIVEN_BACK : Outcome.CHANGED;
    }
    trace.changed(lock.ref().key());
    return Outcome.REMOVED;
  }

  private static List<Lock> holding(
      ProjectSession session, UnlockPlan plan, Cancellation cancellation) throws BackendException {
    Set<DocumentRef> places =
        plan.locks().stream().map(lock -> lock.lock().ref()).collect(Collectors.toSet());
    return UnlockPlan.concerned(session, plan.scope(), cancellation).stream()
        .filter(lock -> !plan.scope().staleOnly() || places.contains(lock.ref()))
        .toList();
  }
}
