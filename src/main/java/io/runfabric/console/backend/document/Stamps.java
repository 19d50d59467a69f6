package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.StampedStore;
import io.runfabric.console.model.Revision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks every store of a backend that can tell whether its part of the state changed, and each part
/// once: records and their locks are one.
final class Stamps {

  private record Part(StampedStore store, Range range) {}

  private final Set<Part> parts = new LinkedHashSet<>();

  static Stamps of(ComposedBackend.Parts backend) {
    Stamps stamps = new Stamps();
    backend.entries().forEach(all -> stamps.add(all.store(), all.layout().range()));
    backend.journals().forEach(all -> stamps.add(all.store(), all.range()));
    backend.locks().forEach(all -> stamps.add(all.store(), all.range()));
    return stamps;
  }

  private void add(DocumentStore store, Range range) {
    if (store instanceof StampedStore stamped) {
      parts.add(new Part(stamped, range));
    }
  }

  boolean any() {
    return !parts.isEmpty();
  }

  Revision take(Cancellation cancellation) throws BackendException {
    List<String> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(part.store().stamp(part.range(), cancellation).value());
    }
    return Revision.ofText(String.join("\n", all));
  }
}
