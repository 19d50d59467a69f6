package io.runfabric.console.operation.hold;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Fence.Held;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.model.EntryKind;
import java.util.List;

/// All that a backend locks for one entry, as one of the places that a hold locks.
///
/// @param provider of a state record; empty for a receipt
record BackendLock(StateBackend backend, EntryKind kind, String provider) implements StageLock {

  @Override
  public Lease acquire(LockRequest request) throws BackendException {
    return backend.lock(kind, request.of(provider), false);
  }

  @Override
  public Lease steal(LockRequest request) throws BackendException {
    return backend.lock(kind, request.of(provider), true);
  }

  // It is made of the places of a backend, each of which may be told for itself.
  @Override
  public boolean among(List<Held> held, LockRequest request) {
    return false;
  }
}
