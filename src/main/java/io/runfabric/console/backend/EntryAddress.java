package io.runfabric.console.backend;

import io.runfabric.console.model.EntryKind;

/// What addresses an entry: a receipt by its stage alone, a record by service, stage and provider.
/// What a key does not tell is empty.
public record EntryAddress(EntryKind kind, String service, String stage, String provider) {

  public static EntryAddress receipt(String stage) {
    return new EntryAddress(EntryKind.RECEIPT, "", stage, "");
  }

  public static EntryAddress record(String service, String stage, String provider) {
    return new EntryAddress(EntryKind.RECORD, service, stage, provider);
  }
}
