package io.runfabric.console.operation.backup;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Sums up what goes into a backup.
final class ContentTally {

  private final Map<SnapshotPart, Long> counts = new EnumMap<>(SnapshotPart.class);
  private final SortedSet<String> stages = new TreeSet<>();
  private final List<String> missing = new ArrayList<>();
  private long bytes;

  void add(SnapshotDocument document) {
    counts.merge(document.part(), 1L, Long::sum);
    bytes += document.content().length;
  }

  void stage(String stage) {
    stages.add(stage);
  }

  /// An entry or a journal that does not load.
  void missing(DocumentRef ref, String reason) {
    missing.add(ref.key() + ": " + reason);
  }

  BackupPlan plan(Map<String, Long> otherServices) {
    return new BackupPlan(
        Map.copyOf(counts), List.copyOf(stages), bytes, List.copyOf(missing), otherServices);
  }
}
