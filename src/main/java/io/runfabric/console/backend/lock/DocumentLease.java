package io.runfabric.console.backend.lock;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Lease;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A lock document that carries this process's token, and a term counted from before the request
/// that started it.
///
/// Checking waits for nobody: a writer checks while it holds what a renewal may be waiting for.
final class DocumentLease implements Lease {

  private static final int RELEASES = 3;

  private final DocumentLock lock;
  private final LockRequest request;
  private final String key;
  private final String token;
  private volatile Term term;
  // Of the lock as this process wrote it last; absent while that is not known.
  private volatile Optional<Revision> written;
  private volatile String ended = "";

  DocumentLease(
      DocumentLock lock,
      LockRequest request,
      String key,
      String token,
      Term term,
      Optional<Revision> written) {
    this.lock = lock;
    this.request = request;
    this.key = key;
    this.token = token;
    this.term = term;
    this.written = written;
  }

  @Override
  public Duration heartbeat() {
    return lock.document().heartbeat(request, lock.terms().records());
  }

  @Override
  public Duration left() {
    return term.left(request.lease(), lock.terms().clock());
  }

  @Override
  public synchronized void renew() throws BackendException {
    StoredDocument stored = mine();
    Term next = Term.from(lock.terms().clock());
    byte[] renewed = renewed(stored, next);
    written = Optional.empty();
    try {
      Revision revision =
          lock.store().put(key, renewed, new Precondition.Matches(stored.revision()));
      written = Optional.of(revision);
    } catch (BackendException e) {
      // A client that asked again after a lost answer is told of a conflict with its own write.
      Optional<StoredDocument> now = lock.store().get(key);
      if (now.filter(found -> found.holds(renewed)).isEmpty()) {
        throw e.code() == Code.CONFLICT ? lost("was changed by somebody else").causedBy(e) : e;
      }
    }
    term = next;
  }

  private byte[] renewed(StoredDocument stored, Term next) throws BackendException {
    try {
      return lock.document().renewed(stored.content(), request, next.at());
    } catch (UnreadableDocumentException e) {
      throw lost("does not load any more").causedBy(e);
    }
  }

  @Override
  public void check() throws BackendException {
    mine();
  }

  @Override
  public void check(Predicate<Held> seenTo) throws BackendException {
    if (held().stream().allMatch(seenTo)) {
      requireHeld();
    } else {
      check();
    }
  }

  @Override
  public List<Held> held() {
    return List.of(new Held(lock.store(), key, lock.document().tokenField(), token));
  }

  @Override
  public synchronized void release() throws BackendException {
    ended = "was given back";
    if (removedAsWritten()) {
      return;
    }
    for (int attempt = 1; ; attempt++) {
      Optional<StoredDocument> stored = lock.store().get(key);
      if (!stored.flatMap(this::tokenIn).equals(Optional.of(token))) {
        return;
      }
      try {
        lock.store().delete(key, stored.orElseThrow().revision());
        return;
      } catch (BackendException e) {
        // Somebody took it over in this moment, or a renewal given up on came through: look again.
        if (e.code() != Code.CONFLICT || attempt == RELEASES) {
          throw e;
        }
      }
    }
  }

  // Nobody else writes a lock of this revision.
  private boolean removedAsWritten() {
    if (written.isEmpty()) {
      return false;
    }
    try {
      lock.store().delete(key, written.get());
      return true;
    } catch (BackendException _) {
      // It is looked at, then.
      return false;
    }
  }

  /// The lock as stored, if it is still this process's and its time has not run out.
  private StoredDocument mine() throws BackendException {
    requireHeld();
    StoredDocument stored = lock.store().get(key).orElseThrow(() -> lost("is gone"));
    String theirs = tokenIn(stored).orElseThrow(() -> lost("does not tell any more whose it is"));
    if (!theirs.equals(token)) {
      throw lost("belongs to somebody else now");
    }
    requireTime("ran out while it was looked at");
    return stored;
  }

  private void requireHeld() throws BackendException {
    if (!ended.isEmpty()) {
      throw lost(ended);
    }
    requireTime("was not renewed in time");
  }

  private void requireTime(String otherwise) throws BackendException {
    if (!left().isPositive()) {
      throw lost(otherwise);
    }
  }

  private Optional<String> tokenIn(StoredDocument stored) {
    return lock.document().tokenIn(stored.content());
  }

  private BackendException lost(String how) {
    ended = how;
    return lost(key, how);
  }

  /// The error for a lock that is no longer this process's.
  static BackendException lost(String key, String how) {
    return new BackendException(
        Code.LEASE_LOST,
        "the lock " + key + " " + how,
        "nothing more is written; look at the stage before starting again");
  }
}
