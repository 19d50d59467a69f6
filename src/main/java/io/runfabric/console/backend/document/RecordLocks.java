package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.lock.DocumentLock;
import io.runfabric.console.backend.lock.LockDocument;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.Revision;
import java.util.List;

/// Engine 1's locks, each beside its record: the record's key with `.lock` appended.
///
/// @param sameMachine whether only processes of this machine can have taken them
public record RecordLocks(
    String source, DocumentStore store, RecordLayout layout, boolean sameMachine)
    implements LockCollection {

  @Override
  public Range range() {
    return layout.range();
  }

  @Override
  public List<Lock> list(LockFormat format, Cancellation cancellation) throws BackendException {
    return DocumentScan.rows(
        source,
        store,
        range(),
        key -> key.endsWith(RecordKey.LOCK_SUFFIX) && layout.recordKey(key).isPresent(),
        new DocumentScan.Rows<>() {
          @Override
          public Lock of(StoredDocument document, DocumentRef ref) {
            RecordKey key = layout.recordKey(document.key()).orElseThrow();
            return format.record(document.content(), key, sameMachine, ref, document.revision());
          }

          @Override
          public Lock unreadable(String key, String reason, DocumentRef ref, Revision revision) {
            RecordKey at = layout.recordKey(key).orElseThrow();
            return LockFormat.unreadable(
                at.service(), at.stage(), at.provider(), Source.RECORD, reason, ref, revision);
          }
        },
        cancellation);
  }

  /// The place where engine 1 locks a provider of a stage.
  ///
  /// @param backend the word engine 1 has for the kind of the store
  public StageLock lock(String backend, LockTerms terms) {
    return new DocumentLock(
        store,
        backend,
        LockDocument.ENGINE_1,
        request ->
            layout.key(EntryAddress.record(request.service(), request.stage(), request.provider()))
                + ".lock",
        terms);
  }
}
