package io.runfabric.console.operation.snapshot;

import java.util.List;
import java.util.Map;

/// What the console adds at the end of its backups: how the backup came about and, for every
/// document in the order of the file, where it lay and what its exact bytes were.
///
/// @param counts documents of each part
record SnapshotManifest(
    SnapshotScope scope, Map<SnapshotPart, Long> counts, List<ManifestLine> documents) {

  /// The version of the format; grows when a reader of an older one would misread it.
  static final int FORMAT_VERSION = 1;

  static final String FIELD = "manifest";
}
