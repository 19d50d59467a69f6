package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.operation.LockedWork;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.change.PlannedChange.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries a plan out. Running the same operation again after a crash finishes it: what was written
/// is identical then, and left alone.
///
/// @param backend what the plan was made for
/// @param before keeps what is about to be replaced or removed, before anything is
/// @param notGivenBack told when a lock could not be given back
public record ChangeRun(
    StateBackend backend, Before before, Consumer<BackendException> notGivenBack) {

  /// Keeps a copy of what a plan is about to change.
  public interface Before {

    /// @param replaced the changes with what is stored now
    void keep(List<PlannedChange> replaced) throws BackendException;
  }

  /// What was done.
  ///
  /// @param done in the order in which it was done
  /// @param open what was not done, as something failed before
  /// @param failure why not everything was done
  public record Outcome(
      List<PlannedChange> done, List<PlannedChange> open, Optional<BackendException> failure) {

    public boolean complete() {
      return open.isEmpty() && failure.isEmpty();
    }
  }

  /// Does what the plan says, writes first and removals last. Stops at the first failure; what was
  /// done until then stays done.
  ///
  /// @throws BackendException when nothing was done: the plan is refused, a lock is held, or what
  ///   would be replaced cannot be kept
  public Outcome apply(ChangePlan plan, Progress progress, Cancellation cancellation)
      throws BackendException {
    if (!plan.refused().isEmpty()) {
      throw refused(plan.refused());
    }
    List<PlannedChange> todo = new ArrayList<>(plan.with(Action.WRITE));
    todo.addAll(plan.with(Action.REMOVE));
    if (todo.isEmpty()) {
      return new Outcome(List.of(), List.of(), Optional.empty());
    }
    return LockedWork.<Outcome, BackendException>run(
        () -> StageLeases.take(backend, todo, plan.operation()),
        cancellation,
        notGivenBack,
        fence -> {
          List<PlannedChange> replaced =
              todo.stream().filter(change -> change.stored().isPresent()).toList();
          if (!replaced.isEmpty()) {
            before.keep(replaced);
          }
          return done(todo, fence, progress, cancellation);
        });
  }

  private Outcome done(
      List<PlannedChange> todo, Fence fence, Progress progress, Cancellation cancellation) {
    List<PlannedChange> done = new ArrayList<>();
    for (PlannedChange change : todo) {
      if (cancellation.requested()) {
        return new Outcome(done, todo.subList(done.size(), todo.size()), Optional.empty());
      }
      try {
        change(change, fence);
      } catch (BackendException e) {
        return new Outcome(done, todo.subList(done.size(), todo.size()), Optional.of(e));
      }
      done.add(change);
      progress.at(done.size(), todo.size());
    }
    return new Outcome(done, List.of(), Optional.empty());
  }

  private void change(PlannedChange change, Fence fence) throws BackendException {
    if (change.wanted().isEmpty()) {
      backend.delete(change.ref(), change.stored().orElseThrow().revision(), fence);
      return;
    }
    byte[] content = change.wanted().get().content();
    Precondition unchanged =
        change
            .stored()
            .<Precondition>map(stored -> new Precondition.Matches(stored.revision()))
            .orElse(Precondition.ABSENT);
    var _ = backend.write(change.ref(), content, unchanged, fence);
    Optional<StoredDocument> now = backend.read(change.ref());
    boolean same =
        now.map(stored -> CanonicalJson.digest(stored.content()))
            .filter(CanonicalJson.digest(content)::equals)
            .isPresent();
    if (!same) {
      throw new BackendException(
          Code.DAMAGED,
          change.name() + " was written to " + backend.location() + " and came back otherwise",
          "look at what is stored there; the snapshot taken before holds what was there");
    }
  }

  private static BackendException refused(List<PlannedChange> conflicts) {
    PlannedChange first = conflicts.getFirst();
    String more = conflicts.size() > 1 ? " (and " + (conflicts.size() - 1) + " more)" : "";
    String why =
        switch (first.verdict()) {
          case OLDER -> "is older than what is stored";
          case UNREADABLE -> "would replace a document that cannot be read";
          default -> "differs from what is stored, and is not known to be newer";
        };
    return new BackendException(
        Code.CONFLICT,
        first.name() + " " + why + more,
        "look at the differences with --dry-run, then say --on-conflict skip or overwrite");
  }
}
