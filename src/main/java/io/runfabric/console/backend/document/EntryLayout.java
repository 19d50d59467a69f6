package io.runfabric.console.backend.document;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.model.EntryKind;
import java.util.Optional;

/// Where entries of one generation lie in a store.
public interface EntryLayout {

  EntryKind kind();

  /// The part of the store to look through.
  Range range();

  /// What a key tells of an entry; empty when the key is no entry's.
  Optional<EntryAddress> address(String key);

  /// Whether the content under an entry's key is an entry, readable or damaged, and not another
  /// kind of file that lives beside them.
  boolean isEntry(String key, byte[] content);

  /// The key of an entry.
  ///
  /// @throws BackendException for an address that no key may be made of
  String key(EntryAddress address) throws BackendException;

  /// The workspace the keys of this layout belong to, in shared databases.
  default Optional<String> workspace() {
    return Optional.empty();
  }
}
