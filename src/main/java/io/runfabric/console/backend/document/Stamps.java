package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.ListingStamp;
import io.runfabric.console.backend.StampedStore;
import io.runfabric.console.model.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks every store of a backend that can tell whether its part of the state changed, and each part
/// once: records and their locks are one.
final class Stamps {

  private record Part(StampedStore store, Range range) {}

  private final Set<Part> parts = new LinkedHashSet<>();
  private final Set<Part> listed = new HashSet<>();

  static Stamps of(ComposedBackend.Parts backend) {
    Stamps stamps = new Stamps();
    backend.entries().forEach(stamps::add);
    backend.journals().forEach(all -> stamps.add(all.store(), all.range()));
    backend.locks().forEach(all -> stamps.add(all.store(), all.range()));
    return stamps;
  }

  private void add(EntryCollection entries) {
    add(entries.store(), entries.layout().range());
    if (entries.store() instanceof StampedStore store && store.stampedByListing()) {
      listed.add(new Part(store, entries.layout().range()));
    }
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
    List<Revision> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(part.store().stamp(part.range(), cancellation));
    }
    return together(all);
  }

  private static Revision together(List<Revision> all) {
    return Revision.ofText(all.stream().map(Revision::value).collect(Collectors.joining("\n")));
  }

  /// Begins to take the stamp while entries are read: what their listings do not tell is asked now.
  Taking begin(Cancellation cancellation) {
    List<Supplier<Revision>> taken = new ArrayList<>();
    Map<Part, ListingStamp> listings = new HashMap<>();
    try {
      for (Part part : parts) {
        if (listed.contains(part)) {
          ListingStamp listing = new ListingStamp();
          listings.put(part, listing);
          taken.add(listing::revision);
        } else {
          Revision now = part.store().stamp(part.range(), cancellation);
          taken.add(() -> now);
        }
      }
    } catch (BackendException _) {
      // What keeps the backend from answering is told by the reading that follows.
      return new Taking(List.of(), Map.of());
    }
    return new Taking(taken, listings);
  }

  /// A stamp that is being taken.
  ///
  /// @param parts of it, in order; none when there is no stamp to be had
  record Taking(List<Supplier<Revision>> parts, Map<Part, ListingStamp> listings) {

    /// Is told of what the listing of these entries tells.
    Consumer<Listed> listing(EntryCollection entries) {
      if (entries.store() instanceof StampedStore store) {
        ListingStamp stamp = listings.get(new Part(store, entries.layout().range()));
        if (stamp != null) {
          return stamp::add;
        }
      }
      return _ -> {};
    }

    /// Once all entries were listed.
    Optional<Revision> revision() {
      return parts.isEmpty()
          ? Optional.empty()
          : Optional.of(together(parts.stream().map(Supplier::get).toList()));
    }
  }
}
