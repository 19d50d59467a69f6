package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.document.OrderedReads;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Revision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is stored in the places of planned changes, now. A few are read one by one, many come with
/// one listing.
record Stored(StateBackend backend, Cancellation cancellation) {

  private static final int FEW = 64;

  /// @return by place; one that holds nothing, or nothing that can be read, is not among them
  Map<DocumentRef, Seen> of(List<PlannedChange> changes) throws BackendException {
    Map<DocumentRef, Seen> found = new HashMap<>();
    Set<DocumentRef> listed = new HashSet<>();
    if (changes.size() > FEW) {
      changes.stream()
          .filter(change -> change.part() != Part.JOURNAL)
          .map(PlannedChange::ref)
          .forEach(listed::add);
      backend.documents(
          document -> {
            if (listed.contains(document.entry().ref()) && document.content().isPresent()) {
              found.put(document.entry().ref(), Seen.of(document));
            }
          },
          cancellation);
    }
    try (OrderedReads<Map.Entry<DocumentRef, Seen>> reads =
        new OrderedReads<>(
            backend.atOnce(), read -> found.put(read.getKey(), read.getValue()), cancellation)) {
      for (PlannedChange change : changes) {
        if (!listed.contains(change.ref())) {
          reads.submit(() -> read(change.ref()).map(seen -> Map.entry(change.ref(), seen)));
        }
      }
      reads.finish();
    }
    return found;
  }

  private Optional<Seen> read(DocumentRef ref) throws BackendException {
    try {
      Optional<StoredDocument> stored = backend.read(ref);
      return stored.map(document -> {
        Revision digest = CanonicalJson.digest(document.content());
        return new Seen("", document.revision(), Optional.of(digest));
      });
    } catch (BackendException e) {
      if (e.code() == Code.UNREADABLE_DOCUMENT) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
