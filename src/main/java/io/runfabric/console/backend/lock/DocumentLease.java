package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.UnreadableDocumentException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A lock document that carries this process's token. Whether the lease has run out is told by a
/// clock that nobody can set, counted from before the request that started it.
final class DocumentLease implements Lease {

  private static final int HEARTBEATS_IN_A_LEASE = 3;

  private final DocumentLock lock;
  private final LockRequest request;
  private final String key;
  private final String token;
  private long startedNanos;
  private boolean lost;

  DocumentLease(
      DocumentLock lock, LockRequest request, String key, String token, long startedNanos) {
    this.lock = lock;
    this.request = request;
    this.key = key;
    this.token = token;
    this.startedNanos = startedNanos;
  }

  @Override
  public Duration heartbeat() {
    return request.lease().dividedBy(HEARTBEATS_IN_A_LEASE);
  }

  @Override
  public synchronized void renew() throws BackendException {
    StoredDocument stored = mine();
    long asked = System.nanoTime();
    byte[] renewed = renewed(stored);
    try {
      lock.store().put(key, renewed, new Precondition.Matches(stored.revision()));
    } catch (BackendException e) {
      // A client that asked again after a lost answer is told of a conflict with its own write.
      Optional<StoredDocument> now = lock.store().get(key);
      if (now.filter(found -> Arrays.equals(found.content(), renewed)).isEmpty()) {
        throw e.code() == Code.CONFLICT ? lost("was changed by somebody else").causedBy(e) : e;
      }
    }
    startedNanos = asked;
  }

  private byte[] renewed(StoredDocument stored) throws BackendException {
    try {
      return lock.document().renewed(stored.content(), request, lock.terms().clock().instant());
    } catch (UnreadableDocumentException e) {
      throw lost("does not load any more").causedBy(e);
    }
  }

  @Override
  public synchronized void check() throws BackendException {
    mine();
  }

  @Override
  public List<Held> held() {
    return List.of(new Held(lock.store(), key, lock.document().tokenField(), token));
  }

  @Override
  public synchronized void release() throws BackendException {
    Optional<StoredDocument> stored = lock.store().get(key);
    boolean mine =
        stored
            .flatMap(found -> lock.document().tokenIn(found.content()))
            .filter(token::equals)
            .isPresent();
    lost = true;
    if (mine) {
      try {
        lock.store().delete(key, stored.orElseThrow().revision());
      } catch (BackendException e) {
        // Somebody took it over in this moment: then it is theirs.
        if (e.code() != Code.CONFLICT) {
          throw e;
        }
      }
    }
  }

  /// The lock as stored, if it is still this process's and its time has not run out.
  private StoredDocument mine() throws BackendException {
    if (lost) {
      throw lost("was lost before");
    }
    if (System.nanoTime() - startedNanos >= request.lease().toNanos()) {
      throw lost("was not renewed in time");
    }
    Optional<StoredDocument> stored = lock.store().get(key);
    if (stored.isEmpty()) {
      throw lost("is gone");
    }
    Optional<String> theirs = lock.document().tokenIn(stored.get().content());
    if (!theirs.equals(Optional.of(token))) {
      throw lost("belongs to somebody else now");
    }
    if (System.nanoTime() - startedNanos >= request.lease().toNanos()) {
      throw lost("ran out while it was looked at");
    }
    return stored.get();
  }

  private BackendException lost(String how) {
    lost = true;
    return new BackendException(
        Code.LEASE_LOST,
        "the lock " + key + " " + how,
        "nothing more is written; look at the stage before starting again");
  }
}
