package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.RecordKey;
import java.util.Optional;

/// Engine 1's state records: `<prefix><service>/<stage>/<provider>.state.json`.
///
/// @param prefix empty, or ends with `/`
public record RecordLayout(String prefix) implements EntryLayout {

  @Override
  public EntryKind kind() {
    return EntryKind.RECORD;
  }

  @Override
  public Range range() {
    return new Range(prefix, true);
  }

  @Override
  public Optional<EntryAddress> address(String key) {
    if (key.endsWith(RecordKey.LOCK_SUFFIX)) {
      return Optional.empty();
    }
    return recordKey(key).map(at -> EntryAddress.record(at.service(), at.stage(), at.provider()));
  }

  /// The address a record's or lock's key tells.
  Optional<RecordKey> recordKey(String key) {
    return key.startsWith(prefix)
        ? RecordKey.parse(key.substring(prefix.length()))
        : Optional.empty();
  }

  @Override
  public boolean isEntry(String key, byte[] content) {
    return true;
  }

  @Override
  public String key(EntryAddress address) throws BackendException {
    RecordKey key = new RecordKey(address.service(), address.stage(), address.provider());
    Identifiers.checked("service", RecordKey.part(key.service()));
    Identifiers.checked("stage", RecordKey.part(key.stage()));
    Identifiers.checked("provider", RecordKey.part(key.provider()));
    return prefix + key.key();
  }
}
