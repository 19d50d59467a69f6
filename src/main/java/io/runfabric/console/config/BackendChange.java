package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a `backend:` block, or engine 1's `state:` block, is to say.
///
/// @param stage whose override is edited; the top level's block when empty
/// @param keys what is to be in the block beside the keys that are let be, the kind first
public record BackendChange(Edited block, Optional<String> stage, Map<String, String> keys) {

  /// A block that can be edited.
  public enum Edited {
    /// All keys the console knows are the change's to say.
    BACKEND("backend", "kind"),
    /// Only which of the stores below is used; what is said of each stays.
    STATE("state", "backend");

    private final String key;
    private final String kindKey;

    Edited(String key, String kindKey) {
      this.key = key;
      this.kindKey = kindKey;
    }

    String key() {
      return key;
    }

    String kindKey() {
      return kindKey;
    }

    /// The keys that a change says all of.
    List<String> owned() {
      return switch (this) {
        case BACKEND -> KnownKeys.BACKEND.names();
        case STATE -> List.of(kindKey);
      };
    }
  }

  public BackendChange {
    keys = new LinkedHashMap<>(keys);
    if (!keys.containsKey(block.kindKey())) {
      throw new IllegalArgumentException("a backend has a kind");
    }
    for (String key : keys.keySet()) {
      if (!block.owned().contains(key)) {
        throw new IllegalArgumentException("no key of a backend: " + key);
      }
    }
  }

  public BackendChange(Optional<String> stage, Map<String, String> keys) {
    this(Edited.BACKEND, stage, keys);
  }

  /// Engine 1's records in the store of this kind that the block describes already.
  public static BackendChange ofRecords(BackendKind kind) {
    return new BackendChange(
        Edited.STATE, Optional.empty(), Map.of(Edited.STATE.kindKey(), kind.word()));
  }

  /// The block that resolves to these settings. Every key is written, also where it has the
  /// default: an absent one could be filled from the environment.
  ///
  /// @param folder of the file, which paths below it are written relative to
  public static BackendChange to(BackendSettings settings, Path folder, Optional<String> stage) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("kind", settings.kind().word());
    switch (settings) {
      case BackendSettings.Local() -> {}
      case BackendSettings.Postgres(String variable, String table) -> {
        keys.put("postgresConnectionStringEnv", variable);
        keys.put("postgresTable", table);
      }
      case BackendSettings.Sqlite(Path file) -> keys.put("sqlitePath", relative(file, folder));
      case BackendSettings.S3(String bucket, String prefix, String _, var lockTable) -> {
        keys.put("s3Bucket", bucket);
        keys.put("s3Prefix", prefix);
        lockTable.ifPresent(table -> keys.put("lockTable", table));
      }
      case BackendSettings.Dynamodb(String table, String _, var lockTable) -> {
        keys.put("receiptTable", table);
        lockTable.ifPresent(locks -> keys.put("lockTable", locks));
      }
      case BackendSettings.Gcs(String bucket, String prefix) -> {
        keys.put("gcsBucket", bucket);
        keys.put("gcsPrefix", prefix);
      }
      case BackendSettings.Azblob(String container, String prefix) -> {
        keys.put("azblobContainer", container);
        keys.put("azblobPrefix", prefix);
      }
    }
    return new BackendChange(stage, keys);
  }

  private static String relative(Path file, Path folder) {
    return file.startsWith(folder)
        ? folder.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }
}
