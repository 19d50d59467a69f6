package io.runfabric.console.operation.snapshot;

import java.io.IOException;
import java.io.InputStream;

/// Where the bytes of a backup come from; opened once for every time it is gone through.
public interface SnapshotSource {

  /// @throws SnapshotException when it is encrypted and cannot be opened
  InputStream open() throws IOException, SnapshotException;

  /// Whether it is encrypted.
  boolean encrypted();
}
