package io.runfabric.console.operation.snapshot;

import java.util.Map;
import java.util.Optional;

/// What a backup is, known once it was read to its end.
///
/// @param writer which program wrote it
/// @param service empty in a backup of engine 1, which may hold several
/// @param scope how it came about; only the console tells
/// @param counts documents of each part; a part without any is 0
/// @param sizeBytes of the backup itself, decrypted
/// @param sha256 of the backup itself, decrypted
/// @param encrypted whether the file is encrypted
public record SnapshotFacts(
    Writer writer,
    String service,
    String backend,
    String createdAt,
    Optional<SnapshotScope> scope,
    Map<SnapshotPart, Long> counts,
    long sizeBytes,
    String sha256,
    boolean encrypted) {

  /// The programs whose backups can be read.
  public enum Writer {
    CONSOLE("console"),
    ENGINE_2("engine 2"),
    ENGINE_1("engine 1");

    private final String word;

    Writer(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public long count(SnapshotPart part) {
    return counts.getOrDefault(part, 0L);
  }

  /// Receipts and records.
  public long entries() {
    return count(SnapshotPart.RECEIPT) + count(SnapshotPart.RECORD);
  }

  /// Whether documents that did not load are missing among its entries or journals.
  public boolean partial() {
    return scope.map(SnapshotScope::partial).orElse(false);
  }
}
