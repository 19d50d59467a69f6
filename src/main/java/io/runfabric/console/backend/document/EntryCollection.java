package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.EntryDocument;
import io.runfabric.console.backend.StoredDocument;
import java.util.Optional;
import java.util.function.Consumer;

/// The entries of one generation in one store.
///
/// @param source the id that document references to this store carry
public record EntryCollection(String source, DocumentStore store, EntryLayout layout) {

  /// Hands over every entry by ascending key. One that vanishes between listing and reading is gone
  /// and not listed; one that cannot be read is listed as unreadable.
  void list(Consumer<EntryDocument> sink, Cancellation cancellation) throws BackendException {
    list(sink, _ -> {}, cancellation);
  }

  /// @param listing is told of every document of the range as it is listed, before it is read
  void list(
      Consumer<EntryDocument> sink,
      Consumer<DocumentStore.Listed> listing,
      Cancellation cancellation)
      throws BackendException {
    EntryReader reader = new EntryReader(source, layout);
    try (OrderedReads<EntryDocument> reads =
        new OrderedReads<>(store.readsAtOnce(), sink, cancellation)) {
      store.list(
          layout.range(),
          listed -> {
            listing.accept(listed);
            if (layout.address(listed.key()).isPresent()) {
              reads.submit(() -> entry(reader, listed));
            }
          },
          cancellation);
      reads.finish();
    }
  }

  private Optional<EntryDocument> entry(EntryReader reader, DocumentStore.Listed listed)
      throws BackendException {
    try {
      Optional<StoredDocument> document =
          listed.content().isPresent() ? listed.content() : store.get(listed.key());
      return document.flatMap(stored ->
          reader
              .read(stored)
              .map(entry -> new EntryDocument(entry, Optional.of(stored.content()))));
    } catch (BackendException e) {
      if (e.code() == Code.UNREADABLE_DOCUMENT) {
        return Optional.of(
            new EntryDocument(reader.unreadable(listed.key(), e.sentence()), Optional.empty()));
      }
      throw e;
    }
  }
}
