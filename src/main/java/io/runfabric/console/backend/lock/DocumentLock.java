package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Lock;
import java.util.Optional;

/// A lock that is a document: whoever writes it where there was none holds it.
///
/// @param backend the kind of the store, for engine 1's locks
public record DocumentLock(
    DocumentStore store, String backend, LockDocument document, Key key, LockTerms terms)
    implements StageLock {

  /// Where the lock of a request lies.
  public interface Key {
    /// @throws BackendException for names that no key may be made of
    String of(LockRequest request) throws BackendException;
  }

  @Override
  public Lease acquire(LockRequest request) throws BackendException {
    String at = key.of(request);
    String token = document.token();
    long asked = System.nanoTime();
    byte[] content = document.taken(request, backend, token, terms.clock().instant());
    try {
      store.put(at, content, Precondition.ABSENT);
    } catch (BackendException e) {
      // A client that asked again after a lost answer is told of a conflict with its own write.
      Optional<StoredDocument> stored = store.get(at);
      if (stored
          .flatMap(found -> document.tokenIn(found.content()))
          .filter(token::equals)
          .isEmpty()) {
        throw e.code() == Code.CONFLICT ? locked(at, stored, request).causedBy(e) : e;
      }
    }
    return new DocumentLease(this, request, at, token, asked);
  }

  @Override
  public Lease steal(LockRequest request) throws BackendException {
    String at = key.of(request);
    Optional<StoredDocument> stored = store.get(at);
    if (stored.isPresent()) {
      Lock theirs = document.read(stored.get(), request, terms.format().get());
      if (theirs.live()) {
        throw held(at, theirs);
      }
      try {
        // Only the very lock that was judged: the holder may have renewed it meanwhile.
        store.delete(at, stored.get().revision());
      } catch (BackendException e) {
        throw e.code() == Code.CONFLICT ? locked(at, store.get(at), request).causedBy(e) : e;
      }
    }
    return acquire(request);
  }

  private BackendException locked(String at, Optional<StoredDocument> stored, LockRequest request) {
    return stored.isPresent()
        ? held(at, document.read(stored.get(), request, terms.format().get()))
        : new BackendException(
            Code.LOCKED, "somebody else held " + at + " for a moment", "try again");
  }

  private static BackendException held(String at, Lock theirs) {
    String who = theirs.holder() + (theirs.operation().isEmpty() ? "" : ", " + theirs.operation());
    return switch (theirs.state()) {
      case HELD ->
          new BackendException(
              Code.LOCKED,
              at + " is held by " + who + " until " + theirs.expiresAt(),
              "wait until it is given back");
      case STALE ->
          new BackendException(
              Code.LOCKED,
              "the lease of "
                  + at
                  + " ("
                  + who
                  + ") ended at "
                  + theirs.expiresAt()
                  + ", and the lock is still there",
              "make sure that nobody deploys this stage, then steal the lock");
      case UNREADABLE ->
          new BackendException(
              Code.LOCKED,
              at + " does not load (" + theirs.reason() + "), so it may hold",
              "make sure that nobody deploys this stage, then remove the lock");
    };
  }
}
