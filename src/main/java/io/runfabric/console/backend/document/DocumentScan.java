package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Listed;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads all documents of a range whose key is wanted: the way journals and locks are listed.
/// Several reads are under way at once, as many as the store says.
final class DocumentScan {

  /// Makes a row of a document, or of the reason why its bytes cannot be had.
  interface Rows<T> {
    T of(StoredDocument document, DocumentRef ref);

    T unreadable(String key, String reason, DocumentRef ref, Revision revision);
  }

  private DocumentScan() {}

  static <T> List<T> rows(
      String source,
      DocumentStore store,
      Range range,
      Predicate<String> wanted,
      Rows<T> rows,
      Cancellation cancellation)
      throws BackendException {
    List<T> found = new ArrayList<>();
    try (OrderedReads<T> reads =
        new OrderedReads<>(store.readsAtOnce(), found::add, cancellation)) {
      store.list(
          range,
          listed -> {
            if (wanted.test(listed.key())) {
              reads.submit(() -> row(store, listed, new DocumentRef(source, listed.key()), rows));
            }
          },
          cancellation);
      reads.finish();
    }
    return found;
  }

  private static <T> Optional<T> row(
      DocumentStore store, Listed listed, DocumentRef ref, Rows<T> rows) throws BackendException {
    try {
      Optional<StoredDocument> document =
          listed.content().isPresent() ? listed.content() : store.get(listed.key());
      return document.map(present -> rows.of(present, ref));
    } catch (BackendException e) {
      if (e.code() != Code.UNREADABLE_DOCUMENT) {
        throw e;
      }
      return Optional.of(rows.unreadable(listed.key(), e.sentence(), ref, new Revision("")));
    }
  }

  /// The last part of a key, without a suffix.
  static String name(String key, String suffix) {
    String last = key.substring(key.lastIndexOf('/') + 1);
    return last.endsWith(suffix) ? last.substring(0, last.length() - suffix.length()) : last;
  }
}
