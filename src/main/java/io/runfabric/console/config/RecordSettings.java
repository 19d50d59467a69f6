package io.runfabric.console.config;

import java.nio.file.Path;
import java.time.Duration;

/// The resolved `state:` block: where engine 1 keeps state records and how its locks age.
///
/// @param declared whether runfabric.yml has the block; without it the defaults say where records
///   of an earlier life of the project would lie
public record RecordSettings(RecordStore store, LockRules lock, boolean declared) {

  /// Whether records can be kept in such a backend.
  public static boolean keptIn(BackendKind kind) {
    return StateBlock.keeps(kind);
  }

  /// Where records are kept.
  public sealed interface RecordStore {

    BackendKind kind();

    /// @param folder absolute
    record Local(Path folder) implements RecordStore {
      @Override
      public BackendKind kind() {
        return BackendKind.LOCAL;
      }
    }

    record Postgres(String connectionStringEnv, String schema, String table, String keyPrefix)
        implements RecordStore {
      @Override
      public BackendKind kind() {
        return BackendKind.POSTGRES;
      }
    }

    record S3(String bucket, String region, String keyPrefix, boolean useLockfile)
        implements RecordStore {
      @Override
      public BackendKind kind() {
        return BackendKind.S3;
      }
    }

    record Gcs(String bucket, String prefix) implements RecordStore {
      @Override
      public BackendKind kind() {
        return BackendKind.GCS;
      }
    }

    record Azblob(String container, String prefix) implements RecordStore {
      @Override
      public BackendKind kind() {
        return BackendKind.AZBLOB;
      }
    }
  }

  /// How engine 1 takes locks.
  ///
  /// @param staleAfter a lock whose last heartbeat is older may be taken over
  public record LockRules(
      boolean enabled, Duration timeout, Duration heartbeat, Duration staleAfter) {

    /// 30 s, 10 s, 60 s.
    public static final LockRules DEFAULT =
        new LockRules(true, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60));
  }
}
