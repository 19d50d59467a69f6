package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.lock.BesideLegacyLock;
import io.runfabric.console.backend.lock.DocumentLock;
import io.runfabric.console.backend.lock.LockDocument;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.Revision;
import java.util.List;

/// Engine 2's lock files, `<prefix><service>-<stage>.lock.json`, and their one-line forerunners,
/// `<prefix><service>-<stage>.lock`.
///
/// @param prefix ends with `/`
/// @param sameMachine whether only processes of this machine can have taken them
public record FileLocks(String source, DocumentStore store, String prefix, boolean sameMachine)
    implements LockCollection {

  private static final String SUFFIX = ".lock.json";
  private static final String LEGACY_SUFFIX = ".lock";

  @Override
  public Range range() {
    return new Range(prefix, false);
  }

  @Override
  public List<Lock> list(LockFormat format, Cancellation cancellation) throws BackendException {
    return DocumentScan.rows(
        source,
        store,
        range(),
        key -> key.endsWith(SUFFIX) || key.endsWith(LEGACY_SUFFIX),
        new DocumentScan.Rows<>() {
          @Override
          public Lock of(StoredDocument document, DocumentRef ref) {
            String key = document.key();
            return key.endsWith(SUFFIX)
                ? format.file(
                    document.content(),
                    DocumentScan.name(key, SUFFIX),
                    sameMachine,
                    ref,
                    document.revision())
                : format.legacyFile(
                    document.content(),
                    DocumentScan.name(key, LEGACY_SUFFIX),
                    ref,
                    document.revision());
          }

          @Override
          public Lock unreadable(String key, String reason, DocumentRef ref, Revision revision) {
            boolean legacy = key.endsWith(LEGACY_SUFFIX);
            return LockFormat.unreadable(
                "",
                DocumentScan.name(key, legacy ? LEGACY_SUFFIX : SUFFIX),
                "",
                legacy ? Source.LEGACY_FILE : Source.FILE,
                reason,
                ref,
                revision);
          }
        },
        cancellation);
  }

  /// The place where engine 2 locks a stage.
  public StageLock lock(LockTerms terms) {
    return new BesideLegacyLock(
        new DocumentLock(
            store, source, LockDocument.ENGINE_2, request -> name(request) + SUFFIX, terms),
        store,
        request -> name(request) + LEGACY_SUFFIX,
        terms);
  }

  private String name(LockRequest request) throws BackendException {
    return prefix
        + Identifiers.checked("service", request.service())
        + "-"
        + Identifiers.checked("stage", request.stage());
  }
}
