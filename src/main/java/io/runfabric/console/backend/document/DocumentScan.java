package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads all documents of a range whose key is wanted: the way journals and locks are listed, of
/// which there are few.
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
    List<String> keys = new ArrayList<>();
    store.list(
        range,
        listed -> {
          if (wanted.test(listed.key())) {
            keys.add(listed.key());
          }
        },
        cancellation);
    List<T> found = new ArrayList<>(keys.size());
    for (String key : keys) {
      cancellation.check();
      DocumentRef ref = new DocumentRef(source, key);
      try {
        Optional<StoredDocument> document = store.get(key);
        document.ifPresent(present -> found.add(rows.of(present, ref)));
      } catch (BackendException e) {
        if (e.code() != Code.UNREADABLE_DOCUMENT) {
          throw e;
        }
        found.add(rows.unreadable(key, e.sentence(), ref, new Revision("")));
      }
    }
    return found;
  }

  /// The last part of a key, without a suffix.
  static String name(String key, String suffix) {
    String last = key.substring(key.lastIndexOf('/') + 1);
    return last.endsWith(suffix) ? last.substring(0, last.length() - suffix.length()) : last;
  }
}
