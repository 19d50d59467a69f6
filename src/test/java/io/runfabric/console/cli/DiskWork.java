package io.runfabric.console.cli;

import java.util.List;

/// What is asked for while the disk fails.
enum DiskWork {
  LIST("local") {
    @Override
    List<String> words(DiskGround ground) {
      return List.of("state", "list");
    }
  },
  BACKUP("local") {
    @Override
    List<String> words(DiskGround ground) {
      return List.of("state", "backup");
    }
  },
  /// In the place of another backup.
  BACKUP_OVER("local") {
    @Override
    List<String> words(DiskGround ground) {
      return List.of("state", "backup", "--out", "kept.json", "--force");
    }
  },
  /// Of receipts that replace others and of new ones.
  RESTORE("local") {
    @Override
    List<String> words(DiskGround ground) {
      return List.of("state", "restore", "--file", ground.backup().toString());
    }
  },
  RESTORE_SQLITE("sqlite") {
    @Override
    List<String> words(DiskGround ground) {
      return RESTORE.words(ground);
    }
  },
  /// With a log beside the database, instead of a journal.
  RESTORE_WAL("sqlite") {
    @Override
    List<String> words(DiskGround ground) {
      return RESTORE.words(ground);
    }
  },
  /// From SQLite on another disk, with a cutover of the configuration.
  MIGRATE("sqlite") {
    @Override
    List<String> words(DiskGround ground) {
      return List.of("state", "migrate", "--from", "sqlite", "--to", "local", "--cutover");
    }
  },
  REMOVE("local") {
    @Override
    List<String> words(DiskGround ground) {
      return List.of("state", "remove", "--only", "stage=dev,kind=receipt");
    }
  };

  private final String kind;

  DiskWork(String kind) {
    this.kind = kind;
  }

  /// The kind of backend that is configured.
  String kind() {
    return kind;
  }

  abstract List<String> words(DiskGround ground);
}
