package io.runfabric.console.backend.workspace;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.document.EntryLayout;
import io.runfabric.console.backend.document.Identifiers;
import io.runfabric.console.model.EntryKind;
import java.util.Optional;

/// Receipts of one workspace in a table: every row is one.
public record RowLayout(String table, String id) implements EntryLayout {

  @Override
  public EntryKind kind() {
    return EntryKind.RECEIPT;
  }

  @Override
  public Range range() {
    return new Range(RowKey.prefix(table, id), false);
  }

  @Override
  public Optional<EntryAddress> address(String key) {
    return RowKey.parse(table, key).map(row -> EntryAddress.receipt(row.stage()));
  }

  @Override
  public boolean isEntry(String key, byte[] content) {
    return true;
  }

  @Override
  public String key(EntryAddress address) throws BackendException {
    return new RowKey(id, Identifiers.checked("stage", address.stage())).text(table);
  }

  @Override
  public Optional<String> workspace() {
    return Optional.of(id);
  }
}
