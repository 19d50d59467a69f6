package io.runfabric.console.operation.history;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.operation.backup.EntryAddresses;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.Wanted;
import io.runfabric.console.operation.snapshot.SnapshotAddress;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.util.Optional;

/// An entry by its address and by where it is kept, whether something is stored there or not.
public record EntryPlace(EntryAddress address, DocumentRef ref) {

  public static EntryPlace of(Entry entry) {
    SnapshotAddress told = EntryAddresses.of(entry);
    return new EntryPlace(
        entry.kind() == EntryKind.RECEIPT
            ? EntryAddress.receipt(entry.stage())
            : EntryAddress.record(told.service(), told.stage(), told.provider()),
        entry.ref());
  }

  /// @throws BackendException for names that no key may be made of
  public static EntryPlace in(StateBackend backend, EntryAddress address) throws BackendException {
    return new EntryPlace(address, backend.locate(address));
  }

  /// The same at another stage.
  EntryAddress atStage(String stage) {
    return address.kind() == EntryKind.RECEIPT
        ? EntryAddress.receipt(stage)
        : EntryAddress.record(address.service(), stage, address.provider());
  }

  /// For people, such as `receipt dev` or `record shop/dev/aws`.
  public String name() {
    return Wanted.name(
        Part.of(address.kind()), address.service(), address.stage(), address.provider());
  }

  /// Whether a document of a backup is this entry, as it was then.
  boolean is(SnapshotDocument document) {
    if (document.part() == SnapshotPart.UNREADABLE) {
      return document.content().length > 0 && document.origin().equals(Optional.of(ref));
    }
    return document.entry().filter(this::same).isPresent();
  }

  // A record's key does not keep every letter of its names.
  private boolean same(EntryAddress other) {
    return other.kind() == address.kind()
        && part(other.service()).equals(part(address.service()))
        && part(other.stage()).equals(part(address.stage()))
        && part(other.provider()).equals(part(address.provider()));
  }

  private String part(String name) {
    return address.kind() == EntryKind.RECEIPT ? name : RecordKey.part(name);
  }
}
