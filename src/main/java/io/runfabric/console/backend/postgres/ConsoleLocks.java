package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.document.Identifiers;
import io.runfabric.console.backend.document.LockCollection;
import io.runfabric.console.backend.lock.DocumentLock;
import io.runfabric.console.backend.lock.LockDocument;
import io.runfabric.console.backend.lock.LockTerms;
import io.runfabric.console.backend.lock.StageLock;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import java.util.ArrayList;
import java.util.List;

/// The console's own locks: a row for a stage of a workspace, which is just what a receipt's row
/// is, so two consoles that would write the same row exclude each other wherever they run.
///
/// @param source the id that references to the table carry
/// @param table its name in keys
public record ConsoleLocks(String source, RowStore store, String table, String workspace)
    implements LockCollection {

  @Override
  public Range range() {
    return new Range(RowKey.prefix(table, workspace), false);
  }

  @Override
  public List<Lock> list(LockFormat format, Cancellation cancellation) throws BackendException {
    List<Lock> locks = new ArrayList<>();
    Range all = range();
    store.list(
        all,
        listed ->
            listed
                .content()
                .ifPresent(row ->
                    locks.add(
                        format.row(
                            row.content(),
                            row.key().substring(all.prefix().length()),
                            new DocumentRef(source, row.key()),
                            row.revision()))),
        cancellation);
    return locks;
  }

  /// The place where consoles lock a stage.
  public StageLock lock(LockTerms terms) {
    return new DocumentLock(
        store,
        source,
        LockDocument.ENGINE_2,
        request -> new RowKey(workspace, Identifiers.checked("stage", request.stage())).text(table),
        terms);
  }
}
