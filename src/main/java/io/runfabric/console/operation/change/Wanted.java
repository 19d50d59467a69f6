package io.runfabric.console.operation.change;

import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.EntryKind;

/// An entry as it is wanted in a backend.
///
/// @param provider of a state record, or what a receipt says
/// @param updatedAt what the document says; empty when it does not
/// @param content the document, to be stored as it is
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Wanted(
    EntryKind kind,
    String service,
    String stage,
    String provider,
    String updatedAt,
    byte[] content) {

  /// Where it belongs: a receipt is told by its stage alone.
  public EntryAddress address() {
    return kind == EntryKind.RECEIPT
        ? EntryAddress.receipt(stage)
        : EntryAddress.record(service, stage, provider);
  }

  /// For people, such as `receipt dev` or `record shop/dev/aws`.
  public String name() {
    return kind == EntryKind.RECEIPT
        ? "receipt " + stage
        : "record " + service + "/" + stage + "/" + provider;
  }
}
