package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Fence.Held;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import java.util.List;

/// One place where a stage can be locked.
public interface StageLock {

  /// Takes the lock.
  ///
  /// @throws BackendException with [BackendException.Code#LOCKED] when there is a lock already,
  ///   also one whose lease has ended: that one is taken over by [#steal] only
  Lease acquire(LockRequest request) throws BackendException;

  /// Takes the lock, also in place of one whose lease has ended.
  ///
  /// @throws BackendException with [BackendException.Code#LOCKED] when a lock holds, or does not
  ///   load and so may hold
  Lease steal(LockRequest request) throws BackendException;

  /// Whether one of these is the very lock that the request would take here: two backends may lock
  /// a stage in the same place.
  ///
  /// @throws BackendException for names that no key may be made of
  boolean among(List<Held> held, LockRequest request) throws BackendException;
}
