package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import java.util.List;
import java.util.Optional;

/// Makes sure, once for each store, that it keeps to preconditions before a lock there is relied
/// on.
public final class ConditionProof {

  private final DocumentStore store;
  private final String prefix;
  private Optional<List<String>> ignored = Optional.empty();

  /// @param prefix of the trial's document: where nothing that is stored is looked for
  public ConditionProof(DocumentStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  /// @throws BackendException with [Code#UNSUPPORTED] when the store does not keep to them
  public synchronized void require() throws BackendException {
    if (ignored.isEmpty()) {
      ignored = Optional.of(new ConditionTrial(store, prefix + ConditionTrial.freshName()).run());
    }
    if (!ignored.get().isEmpty()) {
      throw new BackendException(
          Code.UNSUPPORTED,
          store.location()
              + " ignores conditions on writes ("
              + String.join(", ", ignored.get())
              + "), so a lock there excludes nobody",
          "use a store that honours conditional writes, or lock in DynamoDB with"
              + " backend.lockTable; runfabric-console doctor tells more");
    }
  }
}
