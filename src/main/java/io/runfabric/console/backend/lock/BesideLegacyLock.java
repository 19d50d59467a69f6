package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence.Held;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import java.util.List;
import java.util.Optional;

/// A lock that is not taken while an early engine's one-line lock lies beside it. That engine does
/// not look at ours, so its lock is looked at once, before ours is taken.
///
/// @param legacy where the one-line lock lies
public record BesideLegacyLock(
    StageLock lock, DocumentStore store, DocumentLock.Key legacy, LockTerms terms)
    implements StageLock {

  @Override
  public Lease acquire(LockRequest request) throws BackendException {
    refuse(request, DocumentLock.look(store, legacy.of(request)));
    return lock.acquire(request);
  }

  @Override
  public Lease steal(LockRequest request) throws BackendException {
    String at = legacy.of(request);
    Optional<StoredDocument> beside = DocumentLock.look(store, at);
    if (beside.isEmpty() || judged(beside.get(), request).live()) {
      refuse(request, beside);
      return lock.steal(request);
    }
    Lease lease = lock.steal(request);
    try {
      remove(request, beside.get());
      return lease;
    } catch (BackendException e) {
      try {
        lease.release();
      } catch (BackendException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  @Override
  public boolean among(List<Held> held, LockRequest request) throws BackendException {
    return lock.among(held, request);
  }

  private void refuse(LockRequest request, Optional<StoredDocument> beside)
      throws BackendException {
    if (beside.isPresent()) {
      throw DocumentLock.held(beside.get().key(), judged(beside.get(), request));
    }
  }

  private void remove(LockRequest request, StoredDocument ended) throws BackendException {
    try {
      store.delete(ended.key(), ended.revision());
    } catch (BackendException e) {
      if (e.code() != Code.CONFLICT) {
        throw e;
      }
      refuse(request, DocumentLock.look(store, ended.key()));
    }
  }

  private Lock judged(StoredDocument stored, LockRequest request) {
    return terms
        .format()
        .get()
        .legacyFile(
            stored.content(),
            request.service() + "-" + request.stage(),
            new DocumentRef("lock", stored.key()),
            stored.revision());
  }
}
