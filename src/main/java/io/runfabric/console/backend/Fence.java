package io.runfabric.console.backend;

import java.util.List;
import java.util.function.Predicate;

/// What keeps a writer that was paused past its lease from writing once it wakes up. A store asks
/// as late as it can: inside the transaction or the request that writes where the lock lies in the
/// same database, else immediately before.
public interface Fence {

  /// For what no lock protects, such as the locks themselves.
  Fence NONE =
      new Fence() {
        @Override
        public void check() {}

        @Override
        public List<Held> held() {
          return List.of();
        }
      };

  /// A lock that must still be held.
  ///
  /// @param key of the lock's document in its store
  /// @param tokenField the field of that document that names its owner
  /// @param token the owner's
  record Held(DocumentStore store, String key, String tokenField, String token) {}

  /// Makes sure, by asking where the locks are kept, that they still are this process's.
  ///
  /// @throws BackendException with [BackendException.Code#LEASE_LOST]
  void check() throws BackendException;

  /// As [#check()] for a store that looks at some of the locks itself, within its own write: of
  /// these only the time is checked.
  default void check(Predicate<Held> seenTo) throws BackendException {
    check();
  }

  /// The locks, for a store that can check them within its own write.
  List<Held> held();
}
