package io.runfabric.console.ui.backups;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.backup.BackupFolder.Found;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import java.nio.file.Path;

/// A backup in the project's folder, as a row.
///
/// @param time when it was made, as far as it tells; else empty
/// @param known what was found in it, or why not
record BackupRow(Path file, String time, Found known) {

  static BackupRow of(Found found) {
    return new BackupRow(found.file(), found.time().map(Timestamps::engine2).orElse(""), found);
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /// Never another file's.
  DocumentRef ref() {
    return new DocumentRef("backup", file.toString());
  }

  /// `verified`, `partial`, `encrypted` or `damaged`.
  String state() {
    if (known.encrypted()) {
      return "encrypted";
    }
    return known.facts().map(SnapshotFacts::partial).orElse(false) ? "partial" : known.state();
  }

  /// Whether it can be put back without asking for more.
  boolean good() {
    return known.facts().isPresent();
  }

  long entries() {
    return known.facts().map(SnapshotFacts::entries).orElse(-1L);
  }

  String text(java.util.function.Function<SnapshotFacts, String> of) {
    return known.facts().map(of).orElse("");
  }
}
