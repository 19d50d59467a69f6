package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.JournalFormat;
import io.runfabric.console.model.Revision;
import java.util.List;
import java.util.Optional;

/// Journals in one store: `<prefix><service>-<stage>.journal.json`.
///
/// @param prefix ends with `/`
public record JournalCollection(String source, DocumentStore store, String prefix) {

  private static final String SUFFIX = ".journal.json";

  Range range() {
    return new Range(prefix, false);
  }

  List<Journal> list(Cancellation cancellation) throws BackendException {
    return DocumentScan.rows(
        source,
        store,
        range(),
        key -> key.endsWith(SUFFIX),
        new DocumentScan.Rows<>() {
          @Override
          public Journal of(StoredDocument document, DocumentRef ref) {
            return JournalFormat.read(
                document.content(),
                DocumentScan.name(document.key(), SUFFIX),
                ref,
                document.revision());
          }

          @Override
          public Journal unreadable(String key, String reason, DocumentRef ref, Revision revision) {
            return JournalFormat.unreadable(
                DocumentScan.name(key, SUFFIX), reason, ref, revision, 0);
          }
        },
        cancellation);
  }

  /// Where the journal of a stage is kept.
  ///
  /// @throws BackendException for names that no key may be made of
  DocumentRef of(String service, String stage) throws BackendException {
    return new DocumentRef(
        source,
        prefix
            + Identifiers.checked("service", service)
            + "-"
            + Identifiers.checked("stage", stage)
            + SUFFIX);
  }

  /// Where a journal of this collection is set aside; empty for a key that is none of its own.
  Optional<JournalArchives> archives(DocumentRef journal) {
    String key = journal.key();
    if (!journal.source().equals(source) || !key.startsWith(prefix) || !key.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String above = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
    return Optional.of(
        new JournalArchives(
            source, store, above + "journal-archive/", DocumentScan.name(key, SUFFIX)));
  }
}
