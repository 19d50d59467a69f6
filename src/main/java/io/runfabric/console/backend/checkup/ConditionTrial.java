package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tries, on a document of its own, whether a store keeps to preconditions. Some that speak S3
/// accept them and write all the same: there, of two who take a lock, both have it.
public final class ConditionTrial {

  private static final String FIRST = "1";
  private static final String SECOND = "2";
  private static final int REMOVALS = 3;

  private final DocumentStore store;
  private final String key;
  private final List<String> ignored = new ArrayList<>();

  /// @param key where nothing is and nothing that is stored is looked for
  public ConditionTrial(DocumentStore store, String key) {
    this.store = store;
    this.key = key;
  }

  /// A name for a document of a trial, which no other trial uses.
  public static String freshName() {
    return "runfabric-console-trial-" + UUID.randomUUID();
  }

  /// Tries it, and removes the document.
  ///
  /// @return the conditions that were not kept to, in words; empty when the store can be relied on
  /// @throws BackendException when the trial itself cannot be made
  public List<String> run() throws BackendException {
    try {
      Revision first = put(FIRST, Precondition.ABSENT);
      conditions(first);
      return List.copyOf(ignored);
    } finally {
      remove();
    }
  }

  /// With a document at this revision in the store: what must be refused.
  void conditions(Revision first) throws BackendException {
    must("create where nothing is", () -> store.put(key, content(SECOND), Precondition.ABSENT));
    var _ = put(SECOND, new Precondition.Matches(current().orElse(first)));
    must(
        "replace what was not changed",
        () -> store.put(key, content(FIRST), new Precondition.Matches(first)));
    must(
        "delete what was not changed",
        () -> {
          store.delete(key, first);
          return first;
        });
  }

  List<String> ignored() {
    return List.copyOf(ignored);
  }

  /// Removes the document, whatever revision it has.
  void remove() throws BackendException {
    for (int attempt = 1; ; attempt++) {
      Optional<Revision> left = current();
      if (left.isEmpty()) {
        return;
      }
      try {
        store.delete(key, left.get());
        return;
      } catch (BackendException e) {
        // A removal that was tried again after a lost answer may meet itself: look again.
        if (e.code() != Code.CONFLICT || attempt == REMOVALS) {
          throw e;
        }
      }
    }
  }

  // Nobody else writes here: a conflict with this very content is a write that was tried again
  // after its answer was lost.
  private Revision put(String number, Precondition precondition) throws BackendException {
    try {
      return store.put(key, content(number), precondition);
    } catch (BackendException e) {
      Optional<StoredDocument> stored =
          e.code() == Code.CONFLICT ? store.get(key) : Optional.empty();
      return stored
          .filter(found -> found.holds(content(number)))
          .map(StoredDocument::revision)
          .orElseThrow(() -> e);
    }
  }

  private interface Attempt {
    Revision make() throws BackendException;
  }

  private void must(String condition, Attempt attempt) throws BackendException {
    try {
      var _ = attempt.make();
      ignored.add(condition);
    } catch (BackendException e) {
      if (e.code() != Code.CONFLICT) {
        throw e;
      }
    }
  }

  private Optional<Revision> current() throws BackendException {
    return store.get(key).map(StoredDocument::revision);
  }

  /// A document every store takes: a JSON object of one string.
  static byte[] content(String number) {
    return ("{\"trial\": \"" + number + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
