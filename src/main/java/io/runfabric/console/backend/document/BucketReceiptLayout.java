package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.EntryKind;
import java.util.Optional;

/// Receipts in a bucket: `<prefix><stage>.receipt.json`. Everything named so is a receipt, readable
/// or damaged.
///
/// @param prefix ends with `/`
public record BucketReceiptLayout(String prefix) implements EntryLayout {

  private static final String SUFFIX = ".receipt.json";

  @Override
  public EntryKind kind() {
    return EntryKind.RECEIPT;
  }

  @Override
  public Range range() {
    return new Range(prefix, false);
  }

  @Override
  public Optional<EntryAddress> address(String key) {
    if (!key.startsWith(prefix)
        || !key.endsWith(SUFFIX)
        || key.length() <= prefix.length() + SUFFIX.length()) {
      return Optional.empty();
    }
    String stage = key.substring(prefix.length(), key.length() - SUFFIX.length());
    return stage.contains("/") ? Optional.empty() : Optional.of(EntryAddress.receipt(stage));
  }

  @Override
  public boolean isEntry(String key, byte[] content) {
    return address(key).isPresent();
  }

  @Override
  public String key(EntryAddress address) throws BackendException {
    return prefix + Identifiers.checked("stage", address.stage()) + SUFFIX;
  }
}
