package io.runfabric.console.operation.workspace;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.Project;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.LockedWork;
import io.runfabric.console.operation.workspace.RekeyMove.Fate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Moves rows to another workspace id as planned. All stages are locked first; then every row is
/// compared with the plan, and only when none changed meanwhile the first is written. A row is
/// written under the new id where nothing is, read back, and only then removed under the old id. A
/// crash leaves it under both; the same command then finishes.
///
/// The locks are those of the old id. Whoever deploys from this folder under the new id meets their
/// files; whoever else writes under the new id loses nothing, because only absent rows are written.
public record Rekey(Project project, BackendOptions options, RekeyPlan plan) {

  /// What was done.
  ///
  /// @param snapshot the rows as they were
  /// @param moved the stages, in order
  public record Done(Path snapshot, List<String> moved) {}

  /// Short, so that what a killed run left behind does not block the next one for long.
  public static final Duration LEASE = Duration.ofMinutes(1);

  /// Does it.
  ///
  /// @param moved told each row that is under the new id alone
  /// @param notGivenBack told when the store did not take a lock back
  /// @throws BackendException with [Code#CONFLICT] when rows are blocked, or are not what the plan
  ///   shows: nothing is done then; with [Code#LOCKED] when somebody works on a stage
  public Done run(
      Consumer<RekeyMove> moved, Cancellation cancellation, Consumer<BackendException> notGivenBack)
      throws BackendException {
    List<RekeyMove> blocked = plan.blocked();
    if (!blocked.isEmpty()) {
      throw new BackendException(
          Code.CONFLICT,
          "stage "
              + blocked.getFirst().stage()
              + " cannot be moved: "
              + blocked.getFirst().reason(),
          "settle it first, or name the other stages with --only");
    }
    try (StateBackend backend =
        Backends.open(project, options.withWorkspace(Optional.of(plan.from())))) {
      return locked(backend, 0, new HashMap<>(), moved, cancellation, notGivenBack);
    }
  }

  private Done locked(
      StateBackend backend,
      int next,
      Map<String, Fence> fences,
      Consumer<RekeyMove> moved,
      Cancellation cancellation,
      Consumer<BackendException> notGivenBack)
      throws BackendException {
    if (next == plan.moves().size()) {
      return moved(backend, fences, moved, cancellation);
    }
    RekeyMove move = plan.moves().get(next);
    String service = move.entry().service().isEmpty() ? project.service() : move.entry().service();
    LockRequest request = new LockRequest(service, move.stage(), "", "rekey", LEASE);
    boolean stale = plan.staleLock(move.stage(), project.service());
    return LockedWork.run(
        () -> backend.lock(EntryKind.RECEIPT, request, stale),
        cancellation,
        notGivenBack,
        fence -> {
          fences.put(move.stage(), fence);
          return locked(backend, next + 1, fences, moved, cancellation, notGivenBack);
        });
  }

  private Done moved(
      StateBackend backend,
      Map<String, Fence> fences,
      Consumer<RekeyMove> moved,
      Cancellation cancellation)
      throws BackendException {
    List<StoredDocument> rows = new ArrayList<>();
    for (RekeyMove move : plan.moves()) {
      cancellation.check();
      rows.add(asPlanned(backend, move));
    }
    Path snapshot = RekeySnapshot.write(project.folder(), options.clock().instant(), rows);
    List<String> stages = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      cancellation.check();
      RekeyMove move = plan.moves().get(i);
      move(backend, move, rows.get(i), fences.getOrDefault(move.stage(), Fence.NONE));
      stages.add(move.stage());
      moved.accept(move);
    }
    return new Done(snapshot, List.copyOf(stages));
  }

  private static StoredDocument asPlanned(StateBackend backend, RekeyMove move)
      throws BackendException {
    StoredDocument row =
        backend
            .read(move.entry().ref())
            .filter(found -> found.revision().equals(move.entry().revision()))
            .orElseThrow(() -> changed(move.entry().ref().key()));
    Optional<StoredDocument> there = backend.read(move.to());
    boolean expected =
        move.fate() == Fate.MOVE
            ? there.isEmpty()
            : there.isPresent() && same(there.get().content(), row.content());
    if (!expected) {
      throw changed(move.to().key());
    }
    return row;
  }

  private static void move(StateBackend backend, RekeyMove move, StoredDocument row, Fence fence)
      throws BackendException {
    if (move.fate() == Fate.MOVE) {
      backend.write(move.to(), row.content(), Precondition.ABSENT, fence);
    }
    boolean arrived =
        backend.read(move.to()).filter(found -> same(found.content(), row.content())).isPresent();
    if (!arrived) {
      throw new BackendException(
          Code.CONFLICT,
          move.to().key() + " does not hold what was written to it; the old row is untouched",
          "look at both rows, then try again");
    }
    backend.delete(move.entry().ref(), row.revision(), fence);
  }

  private static boolean same(byte[] one, byte[] other) {
    return CanonicalJson.digest(one).equals(CanonicalJson.digest(other));
  }

  private static BackendException changed(String key) {
    return new BackendException(
        Code.CONFLICT,
        key + " was changed since the plan was made; nothing was done",
        "run the command again to see what is there now");
  }
}
