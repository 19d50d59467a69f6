package io.runfabric.console.operation.backup;

import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.util.List;
import java.util.Map;

/// What a backup would hold.
///
/// @param counts documents of each part
/// @param stages that have an entry, by name
/// @param sizeBytes of all documents
/// @param unreadable the entries and journals that do not load, each with its reason
/// @param otherServices entries left out because they are of another service, by service
public record BackupPlan(
    Map<SnapshotPart, Long> counts,
    List<String> stages,
    long sizeBytes,
    List<String> unreadable,
    Map<String, Long> otherServices) {

  public long count(SnapshotPart part) {
    return counts.getOrDefault(part, 0L);
  }
}
