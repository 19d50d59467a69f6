package io.runfabric.console.operation.snapshot;

import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.DocumentRef;
import java.util.Optional;

/// One document of a backup.
///
/// @param origin where it lay; empty in an engine's own backup
/// @param reason why it does not load; empty for what does
/// @param content its exact stored bytes; empty where they could not be had, which only an
///   unreadable document can be
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record SnapshotDocument(
    SnapshotPart part,
    SnapshotAddress address,
    Optional<DocumentRef> origin,
    String reason,
    byte[] content) {

  /// The address to restore an entry to; empty for what is no entry.
  public Optional<EntryAddress> entry() {
    return switch (part) {
      case RECEIPT -> Optional.of(EntryAddress.receipt(address.stage()));
      case RECORD ->
          Optional.of(EntryAddress.record(address.service(), address.stage(), address.provider()));
      case LOCK, STAGE_LOCK, JOURNAL, UNREADABLE -> Optional.empty();
    };
  }
}
