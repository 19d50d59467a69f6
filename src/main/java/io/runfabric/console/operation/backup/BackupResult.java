package io.runfabric.console.operation.backup;

import io.runfabric.console.operation.snapshot.SnapshotFacts;
import java.nio.file.Path;

/// A backup that was written, read back and found good.
///
/// @param facts what was read back
/// @param contents what it holds
/// @param fileBytes the size of the file, which for an encrypted one is not that of the backup
public record BackupResult(Path file, SnapshotFacts facts, BackupPlan contents, long fileBytes) {}
