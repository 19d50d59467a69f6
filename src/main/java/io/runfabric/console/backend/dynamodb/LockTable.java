package io.runfabric.console.backend.dynamodb;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import java.util.ArrayList;
import java.util.List;

/// Engine 2's locks in a DynamoDB table, of all services that share it.
///
/// @param source the id that references to the table carry
public record LockTable(String source, LockItems items) implements LockCollection {

  @Override
  public List<Lock> list(LockFormat format, Cancellation cancellation) throws BackendException {
    List<Lock> locks = new ArrayList<>();
    items.list(
        new Range(items.prefix(), false),
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
}
