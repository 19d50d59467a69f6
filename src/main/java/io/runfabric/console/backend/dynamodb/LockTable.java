package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.lock.DocumentLock;
import io.runfabric.console.backend.lock.LockDocument;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import java.util.ArrayList;
import java.util.List;

/// Locks in a DynamoDB table: engine 2's, of all services that share it, or the console's own.
///
/// @param source the id that references to the table carry
public record LockTable(String source, LockItems items) implements LockCollection {

  @Override
  public DocumentStore store() {
    return items;
  }

  @Override
  public Range range() {
    return new Range(items.prefix(), false);
  }

  @Override
  public List<Lock> list(LockFormat format, Cancellation cancellation) throws BackendException {
    List<Lock> locks = new ArrayList<>();
    items.list(
        range(),
        listed ->
            listed
                .content()
                .ifPresent(item ->
                    locks.add(
                        format.item(
                            item.content(),
                            item.key().substring(items.prefix().length()),
                            new DocumentRef(source, item.key()),
                            item.revision()))),
        cancellation);
    return locks;
  }

  /// The place where a stage is locked in this table.
  public StageLock lock(LockTerms terms) {
    return new DocumentLock(
        items,
        source,
        LockDocument.ENGINE_2_ITEM,
        request -> items.prefix() + request.service() + ":" + request.stage(),
        terms);
  }
}
