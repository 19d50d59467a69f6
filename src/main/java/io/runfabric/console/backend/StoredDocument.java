package io.runfabric.console.backend;

import io.runfabric.console.model.Revision;
import java.util.Arrays;

/// A document as stored, byte for byte.
///
/// @param key the store's name for it
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; the revision is what is compared
public record StoredDocument(String key, byte[] content, Revision revision) {

  /// Whether these bytes are stored.
  public boolean holds(byte[] bytes) {
    return Arrays.equals(content, bytes);
  }
}
