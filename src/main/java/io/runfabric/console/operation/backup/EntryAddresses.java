package io.runfabric.console.operation.backup;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.operation.snapshot.SnapshotAddress;
import java.util.Optional;

/// The address that leads back to an entry's key. A record's document tells it as it was before
/// engine 1 made a key of it, unless the document lies under another key than its own.
public final class EntryAddresses {

  private EntryAddresses() {}

  public static SnapshotAddress of(Entry entry) {
    if (entry.kind() == EntryKind.RECEIPT) {
      return new SnapshotAddress("", entry.stage(), "");
    }
    Optional<RecordKey> key = key(entry.ref().key());
    if (key.isEmpty()) {
      return new SnapshotAddress(entry.service(), entry.stage(), entry.provider());
    }
    return new SnapshotAddress(
        told(entry.service(), key.get().service()),
        key.get().stage(),
        told(entry.provider(), key.get().provider()));
  }

  private static String told(String document, String key) {
    return RecordKey.part(document).equals(key) ? document : key;
  }

  // Whatever the store puts before it, a record's key ends with its three parts.
  private static Optional<RecordKey> key(String key) {
    String[] parts = key.split("/", -1);
    return parts.length < 3
        ? Optional.empty()
        : RecordKey.parse(
            parts[parts.length - 3]
                + "/"
                + parts[parts.length - 2]
                + "/"
                + parts[parts.length - 1]);
  }
}
