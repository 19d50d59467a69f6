package io.runfabric.console.operation.backup;

import io.runfabric.console.operation.snapshot.SnapshotDocument;
import java.io.IOException;

/// Takes what belongs into a backup, in the order of its parts.
interface DocumentTarget {

  /// @param updatedAt of a receipt, as it tells it; empty for others
  void add(SnapshotDocument document, String updatedAt) throws IOException;

  /// Nothing is kept.
  DocumentTarget NONE = (_, _) -> {};
}
