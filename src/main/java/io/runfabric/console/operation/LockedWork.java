package io.runfabric.console.operation;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.lock.KeptLease;
import java.util.Optional;
import java.util.function.Consumer;

/// Work that changes a stage: the lock is taken, renewed while the work goes on, and given back,
/// however it ends.
public final class LockedWork {

  /// Takes the lock, such as `() -> backend.lock(kind, request, steal)`.
  public interface Locking {
    Lease lock() throws BackendException;
  }

  /// The work.
  public interface Work<T, X extends Exception> {

    /// @param fence to be handed to every write
    T under(Fence fence) throws BackendException, X;
  }

  private LockedWork() {}

  /// Does the work under the lock and returns its result.
  ///
  /// @param cancellation what the work looks at; cancelled when the lock is lost
  /// @param notGivenBack told when the store did not take the lock back, which then holds until its
  ///   lease ends
  /// @throws BackendException with [BackendException.Code#LEASE_LOST] when the lock was lost,
  ///   whatever that made of the work
  public static <T, X extends Exception> T run(
      Locking locking,
      Cancellation cancellation,
      Consumer<BackendException> notGivenBack,
      Work<T, X> work)
      throws BackendException, X {
    cancellation.check();
    KeptLease lease = KeptLease.keep(locking.lock(), _ -> cancellation.cancel());
    try {
      return whileHeld(lease, work);
    } finally {
      giveBack(lease, notGivenBack);
    }
  }

  private static <T, X extends Exception> T whileHeld(KeptLease lease, Work<T, X> work)
      throws BackendException, X {
    T result;
    try {
      result = work.under(lease);
    } catch (Exception e) {
      Optional<BackendException> loss = lease.loss();
      if (loss.isEmpty()) {
        throw e;
      }
      loss.get().addSuppressed(e);
      throw loss.get();
    }
    Optional<BackendException> loss = lease.loss();
    if (loss.isPresent()) {
      throw loss.get();
    }
    return result;
  }

  private static void giveBack(KeptLease lease, Consumer<BackendException> notGivenBack) {
    try {
      lease.close();
    } catch (BackendException e) {
      notGivenBack.accept(e);
    }
  }
}
