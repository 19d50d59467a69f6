package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Revision;
import io.runfabric.console.operation.LockedWork;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.Outcome.Failed;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carries a plan out. Running the same operation again after a crash finishes it: what was written
/// is identical then, and left alone.
///
/// The phases, as progress is told of them: `locking`, `checking` that all is as it was planned
/// for, `saving` what will be replaced, `writing`, `verifying` what arrived by its digest, and
/// `removing`, which comes last but for `unlocking`; what was removed is looked for again.
///
/// @param backend what the plan was made for
/// @param contents hands over again what was planned
/// @param keepGoing whether the others are written when one cannot be
public record ChangeRun(StateBackend backend, Feed<?> contents, Around around, boolean keepGoing) {

  /// What belongs to an operation beside its writes.
  public interface Around {

    /// What else is to stand still meanwhile: the same stages are locked there.
    default Optional<StateBackend> alsoLocked() {
      return Optional.empty();
    }

    /// The documents whose stages are locked.
    default List<PlannedChange> concerned(ChangePlan plan) {
      return plan.effective();
    }

    /// Makes sure under the locks that what was planned with still holds.
    ///
    /// @throws BackendException with [Code#CONFLICT] when it does not: nothing is done then
    default void check(Cancellation cancellation) throws BackendException {}

    /// Keeps a copy of what is about to be replaced or removed, before anything is.
    void keep(List<PlannedChange> replaced) throws BackendException;

    /// Finishes under the locks, once all that is planned is done.
    default void complete() throws BackendException {}

    /// Told when a lock could not be given back.
    default void notGivenBack(BackendException why) {}
  }

  /// Does what the plan says, writes first and removals last. Unless told to keep going it stops at
  /// the first failure; what was done until then stays done.
  ///
  /// @throws BackendException when nothing was done: the plan is refused, a lock is held, something
  ///   changed since the plan, or what would be replaced cannot be kept
  public Outcome apply(ChangePlan plan, Progress progress, Cancellation cancellation)
      throws BackendException {
    if (!plan.refused().isEmpty()) {
      throw Refusal.of(plan.refused());
    }
    List<PlannedChange> concerned = around.concerned(plan);
    StageLeases leases = new StageLeases(backend, around.alsoLocked(), plan.operation());
    if (concerned.isEmpty()) {
      clearLeftovers(leases);
      return Outcome.NOTHING;
    }
    progress.phase("locking");
    return LockedWork.<Outcome, BackendException>run(
        () -> leases.take(concerned),
        cancellation,
        around::notGivenBack,
        _ -> {
          try {
            return locked(plan, leases, progress, cancellation);
          } finally {
            progress.phase("unlocking");
          }
        });
  }

  // What was killed once it had nothing left to do but to give its locks back.
  private void clearLeftovers(StageLeases leases) {
    try {
      leases.clearLeftovers();
    } catch (BackendException e) {
      around.notGivenBack(e);
    }
  }

  private Outcome locked(
      ChangePlan plan, StageLeases leases, Progress progress, Cancellation cancellation)
      throws BackendException {
    progress.phase("checking");
    requireUnchanged(plan, cancellation);
    around.check(cancellation);
    List<PlannedChange> replaced =
        plan.effective().stream().filter(change -> change.stored().isPresent()).toList();
    if (!replaced.isEmpty()) {
      progress.phase("saving");
      around.keep(replaced);
    }
    progress.phase("writing");
    Writing writing = new Writing(plan, backend, leases, keepGoing, progress, cancellation);
    writing.all(contents);
    List<PlannedChange> done = new ArrayList<>();
    List<Failed> failed = new ArrayList<>(writing.failed());
    verify(writing.written(), plan, done, failed, progress);
    if (failed.isEmpty() && writing.stopped().isEmpty() && !cancellation.requested()) {
      remove(plan, leases, done, failed, progress, cancellation);
    }
    Outcome outcome =
        new Outcome(
            List.copyOf(done), List.copyOf(failed), open(plan, done, failed), writing.stopped());
    return outcome.complete() && !cancellation.requested() ? completed(outcome) : outcome;
  }

  private Outcome completed(Outcome outcome) {
    try {
      around.complete();
      return outcome;
    } catch (BackendException e) {
      return new Outcome(outcome.done(), outcome.failed(), outcome.open(), Optional.of(e));
    }
  }

  private void requireUnchanged(ChangePlan plan, Cancellation cancellation)
      throws BackendException {
    List<PlannedChange> concerned =
        plan.changes().stream().filter(change -> change.effective() || change.arrives()).toList();
    Map<DocumentRef, Seen> now = new Stored(backend, cancellation).of(concerned);
    for (PlannedChange change : concerned) {
      Optional<Revision> revision = Optional.ofNullable(now.get(change.ref())).map(Seen::revision);
      if (!revision.equals(change.stored())) {
        throw new BackendException(
            Code.CONFLICT,
            change.name() + " was changed since the plan was made; nothing was done",
            "run the command again to see what is there now");
      }
    }
  }

  // Once written, a document is looked at also when the work is cancelled: what is told as done is
  // known to be done.
  private void verify(
      List<PlannedChange> written,
      ChangePlan plan,
      List<PlannedChange> done,
      List<Failed> failed,
      Progress progress) {
    progress.phase("verifying");
    Set<DocumentRef> expected = new HashSet<>();
    written.forEach(change -> expected.add(change.ref()));
    List<PlannedChange> looked =
        plan.changes().stream()
            .filter(
                change -> expected.contains(change.ref()) || change.verdict() == Verdict.IDENTICAL)
            .toList();
    Map<DocumentRef, Seen> now;
    try {
      now = new Stored(backend, Cancellation.never()).of(looked);
    } catch (BackendException e) {
      written.forEach(change -> failed.add(new Failed(change, e)));
      return;
    }
    for (PlannedChange change : looked) {
      Optional<Revision> digest = Optional.ofNullable(now.get(change.ref())).flatMap(Seen::digest);
      if (!digest.equals(change.digest())) {
        failed.add(new Failed(change, otherwise(change)));
      } else if (change.action() == Action.WRITE) {
        done.add(change);
        progress.entry(change.name());
      }
    }
    progress.at(looked.size(), looked.size());
  }

  private void remove(
      ChangePlan plan,
      StageLeases leases,
      List<PlannedChange> done,
      List<Failed> failed,
      Progress progress,
      Cancellation cancellation) {
    List<PlannedChange> extra = plan.with(Action.REMOVE);
    if (!extra.isEmpty()) {
      progress.phase("removing");
    }
    List<PlannedChange> removed = new ArrayList<>();
    for (PlannedChange change : extra) {
      if (cancellation.requested()) {
        break;
      }
      Fence fence = leases.fence(change);
      try {
        backend.delete(change.ref(), change.stored().orElseThrow(), fence);
        removed.add(change);
        progress.at(removed.size(), extra.size());
      } catch (BackendException e) {
        if (e.code() == Code.CONFLICT && isGone(change)) {
          removed.add(change);
        } else {
          failed.add(new Failed(change, e));
          if (!keepGoing) {
            break;
          }
        }
      }
    }
    verifyGone(removed, done, failed, progress);
  }

  // A client that asked again after a lost answer is told of a conflict with its own removal.
  private boolean isGone(PlannedChange change) {
    try {
      return backend.read(change.ref()).isEmpty();
    } catch (BackendException _) {
      return false;
    }
  }

  // As what was written, what was removed is looked for also when the work is cancelled.
  private void verifyGone(
      List<PlannedChange> removed,
      List<PlannedChange> done,
      List<Failed> failed,
      Progress progress) {
    Map<DocumentRef, Seen> now;
    try {
      now = new Stored(backend, Cancellation.never()).of(removed);
    } catch (BackendException e) {
      removed.forEach(change -> failed.add(new Failed(change, e)));
      return;
    }
    for (PlannedChange change : removed) {
      if (now.containsKey(change.ref())) {
        failed.add(new Failed(change, thereAgain(change)));
      } else {
        done.add(change);
        progress.entry(change.name());
      }
    }
  }

  private static List<PlannedChange> open(
      ChangePlan plan, List<PlannedChange> done, List<Failed> failed) {
    Set<DocumentRef> settled = new HashSet<>();
    done.forEach(change -> settled.add(change.ref()));
    failed.forEach(one -> settled.add(one.change().ref()));
    return plan.effective().stream().filter(change -> !settled.contains(change.ref())).toList();
  }

  private static BackendException thereAgain(PlannedChange change) {
    return new BackendException(
        Code.CONFLICT,
        change.name() + " was removed and is there again: somebody wrote it meanwhile",
        "run the command again to see what is there now");
  }

  private BackendException otherwise(PlannedChange change) {
    return new BackendException(
        Code.DAMAGED,
        change.name() + " was written to " + backend.location() + " and came back otherwise",
        "look at what is stored there; what was there before was saved first");
  }
}
