package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Fence.Held;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.checkup.ConditionProof;
import java.util.List;

/// A lock in a store of which it is not known beforehand whether it keeps to preconditions: that is
/// tried before the first lock is taken.
public record ProvenLock(StageLock lock, ConditionProof proof) implements StageLock {

  @Override
  public Lease acquire(LockRequest request) throws BackendException {
    proof.require();
    return lock.acquire(request);
  }

  @Override
  public Lease steal(LockRequest request) throws BackendException {
    proof.require();
    return lock.steal(request);
  }

  @Override
  public boolean among(List<Held> held, LockRequest request) throws BackendException {
    return lock.among(held, request);
  }
}
