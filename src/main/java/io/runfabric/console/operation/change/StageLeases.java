package io.runfabric.console.operation.change;

import io.runfabric.console.backend.AtOnce;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.lock.SeveralLeases;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.LockFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The locks of all stages that a plan concerns, in every backend it concerns: held as one, and one
/// by one what a write is fenced by.
final class StageLeases {

  private record Locked(EntryKind kind, String service, String stage, String provider) {

    static Locked of(PlannedChange change) {
      EntryKind kind = change.part().lockedAs();
      return new Locked(
          kind,
          change.service(),
          change.stage(),
          kind == EntryKind.RECEIPT ? "" : change.provider());
    }

    LockRequest request(String operation) {
      return new LockRequest(
          service, stage, provider, operation, LockFormat.DEFAULT_LEASE, Leftovers.HOLDER);
    }
  }

  private final StateBackend backend;
  private final Optional<StateBackend> other;
  private final String operation;
  private final int atOnce;
  private final Map<Locked, Lease> here = new ConcurrentHashMap<>();
  private final Map<Locked, Lease> elsewhere = new ConcurrentHashMap<>();

  /// @param backend what is written to
  /// @param other what else is to stand still meanwhile
  StageLeases(StateBackend backend, Optional<StateBackend> other, String operation) {
    this.backend = backend;
    this.other = other;
    this.operation = operation;
    this.atOnce = Math.max(backend.atOnce(), other.map(StateBackend::atOnce).orElse(1));
  }

  /// Takes the lock that the engine would take for each of these documents, or none. Nobody waits
  /// for a lock, so two who want the same ones never wait for each other. Locks that a killed run
  /// of the same operation left behind are cleared away first.
  Lease take(List<PlannedChange> changes) throws BackendException {
    try {
      return taken(changes);
    } catch (BackendException e) {
      if (e.code() != Code.LOCKED || !clearLeftovers()) {
        throw e;
      }
      here.clear();
      elsewhere.clear();
      return taken(changes);
    }
  }

  /// Clears locks away that a killed run of the same operation left behind.
  ///
  /// @return whether there was one
  boolean clearLeftovers() throws BackendException {
    Leftovers leftovers = new Leftovers(operation);
    boolean cleared = leftovers.clear(backend);
    return (other.isPresent() && leftovers.clear(other.get())) || cleared;
  }

  private Lease taken(List<PlannedChange> changes) throws BackendException {
    Set<Locked> wanted = new LinkedHashSet<>();
    changes.forEach(change -> wanted.add(Locked.of(change)));
    Map<Locked, BackendException> failures = new ConcurrentHashMap<>();
    try (AtOnce taking = new AtOnce(atOnce)) {
      for (Locked one : wanted) {
        if (!failures.isEmpty()) {
          break;
        }
        taking.start(() -> {
          try {
            take(one);
          } catch (BackendException e) {
            failures.put(one, e);
          }
        });
      }
    }
    if (failures.isEmpty()) {
      return all();
    }
    BackendException told =
        wanted.stream().filter(failures::containsKey).map(failures::get).findFirst().orElseThrow();
    try {
      all().release();
    } catch (BackendException left) {
      told.addSuppressed(left);
    }
    throw told;
  }

  private void take(Locked one) throws BackendException {
    LockRequest request = one.request(operation);
    Lease held = backend.lock(one.kind(), request, /* steal= */ false);
    here.put(one, held);
    if (other.isPresent()) {
      elsewhere.put(one, other.get().lock(one.kind(), request, /* steal= */ false, held));
    }
  }

  /// What a write of this document is fenced by.
  Fence fence(PlannedChange change) {
    Lease lease = here.get(Locked.of(change));
    if (lease == null) {
      throw new IllegalStateException("not locked: " + change.name());
    }
    return lease;
  }

  private Lease all() {
    List<Lease> all = new ArrayList<>(here.values());
    all.addAll(elsewhere.values());
    LockRequest anyOfThem = new LockRequest("-", "-", "", operation, LockFormat.DEFAULT_LEASE);
    return SeveralLeases.of(all, anyOfThem, atOnce);
  }
}
