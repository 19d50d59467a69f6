package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.Optional;

/// The resolved `backend:` block: where engine 2 keeps receipts, one record per kind. Defaults and
/// environment fall-backs are applied. Connection strings are not held here, only the name of the
/// variable that holds one.
public sealed interface BackendSettings {

  BackendKind kind();

  /// Receipts below `.runfabric/` of the project folder.
  record Local() implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.LOCAL;
    }
  }

  /// @param connectionStringEnv the variable that holds the DSN
  /// @param table as written, possibly schema-qualified
  record Postgres(String connectionStringEnv, String table) implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.POSTGRES;
    }
  }

  /// @param path absolute path of the database file
  record Sqlite(Path path) implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.SQLITE;
    }
  }

  /// @param lockTable DynamoDB table of remote locks, if any
  record S3(String bucket, String prefix, String region, Optional<String> lockTable)
      implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.S3;
    }
  }

  /// @param receiptTable falls back to the lock table
  record Dynamodb(String receiptTable, String region, Optional<String> lockTable)
      implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.DYNAMODB;
    }
  }

  record Gcs(String bucket, String prefix) implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.GCS;
    }
  }

  record Azblob(String container, String prefix) implements BackendSettings {
    @Override
    public BackendKind kind() {
      return BackendKind.AZBLOB;
    }
  }
}
