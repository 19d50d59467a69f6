package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a `backend:` block is to say.
///
/// @param stage whose override is edited; the top level's block when empty
/// @param keys what is to be in the block beside keys the console does not know, `kind` first
public record BackendChange(Optional<String> stage, Map<String, String> keys) {

  public BackendChange {
    keys = new LinkedHashMap<>(keys);
    if (!keys.containsKey("kind")) {
      throw new IllegalArgumentException("a backend has a kind");
    }
    for (String key : keys.keySet()) {
      if (!KnownKeys.BACKEND.names().contains(key)) {
        throw new IllegalArgumentException("no key of a backend: " + key);
      }
    }
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
