package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence.Held;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Revision;
import java.util.List;
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
    return taken(request, Precondition.ABSENT);
  }

  private Lease taken(LockRequest request, Precondition precondition) throws BackendException {
    String at = key.of(request);
    String token = document.token();
    LockRequest timed = document.timed(request, terms.records());
    Term term = Term.from(terms.clock());
    byte[] content = document.taken(timed, backend, token, term.at());
    Optional<Revision> written = Optional.empty();
    try {
      written = Optional.of(store.put(at, content, precondition));
    } catch (BackendException e) {
      // A client that asked again after a lost answer is told of a conflict with its own write.
      Optional<StoredDocument> stored = look(at);
      if (stored
          .flatMap(found -> document.tokenIn(found.content()))
          .filter(token::equals)
          .isEmpty()) {
        throw e.code() == Code.CONFLICT ? locked(at, stored, request).causedBy(e) : e;
      }
    }
    return new DocumentLease(this, timed, at, token, term, written);
  }

  @Override
  public Lease steal(LockRequest request) throws BackendException {
    String at = key.of(request);
    Optional<StoredDocument> stored = look(at);
    if (stored.isPresent()) {
      Lock theirs = document.read(stored.get(), request, terms.format().get());
      if (theirs.live()) {
        throw held(at, theirs);
      }
      if (store.replacesBetterThanItRemoves()) {
        return taken(request, new Precondition.Matches(stored.get().revision()));
      }
      try {
        // Only the very lock that was judged: the holder may have renewed it meanwhile.
        store.delete(at, stored.get().revision());
      } catch (BackendException e) {
        throw e.code() == Code.CONFLICT ? locked(at, look(at), request).causedBy(e) : e;
      }
    }
    return acquire(request);
  }

  // Told by the token, which no other lock has: one store may be known by two names.
  @Override
  public boolean among(List<Held> held, LockRequest request) throws BackendException {
    String at = key.of(request);
    if (held.stream().noneMatch(one -> one.key().equals(at))) {
      return false;
    }
    Optional<String> token = look(at).flatMap(stored -> document.tokenIn(stored.content()));
    return token.isPresent()
        && held.stream().anyMatch(one -> one.key().equals(at) && one.token().equals(token.get()));
  }

  private Optional<StoredDocument> look(String at) throws BackendException {
    return look(store, at);
  }

  /// The lock as stored. One that is there and cannot be read excludes this process.
  static Optional<StoredDocument> look(DocumentStore store, String at) throws BackendException {
    try {
      return store.get(at);
    } catch (BackendException e) {
      throw e.code() == Code.UNREADABLE_DOCUMENT ? outOfReach(at, e.sentence()).causedBy(e) : e;
    }
  }

  private BackendException locked(String at, Optional<StoredDocument> stored, LockRequest request) {
    return stored.isPresent()
        ? held(at, document.read(stored.get(), request, terms.format().get()))
        : new BackendException(
            Code.LOCKED, "somebody else held " + at + " for a moment", "try again");
  }

  /// The error for a lock that is there.
  static BackendException held(String at, Lock theirs) {
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
              "make sure that nobody deploys this stage, then take it over with state lock-steal");
      case UNREADABLE -> unreadable(at, theirs.reason());
    };
  }

  // Such as a folder of that name, which no command removes.
  private static BackendException outOfReach(String at, String reason) {
    return new BackendException(
        Code.LOCKED,
        at + " cannot be read (" + reason + "), so it may hold",
        "make sure that nobody deploys this stage, then move it away, or make it readable");
  }

  private static BackendException unreadable(String at, String reason) {
    return new BackendException(
        Code.LOCKED,
        at + " does not load (" + reason + "), so it may hold",
        "make sure that nobody deploys this stage, then remove it with state force-unlock");
  }
}
