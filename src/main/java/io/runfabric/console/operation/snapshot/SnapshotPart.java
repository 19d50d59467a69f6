package io.runfabric.console.operation.snapshot;

import io.runfabric.console.model.EntryKind;
import java.util.Locale;
import java.util.Optional;

/// The parts of a backup, in the order of the file.
public enum SnapshotPart {
  /// Engine 2's receipts, by stage.
  RECEIPT("receipts"),
  /// Engine 1's state records.
  RECORD("records"),
  /// Engine 1's locks, as it keeps them in its own backups; for reading, never put back.
  LOCK("locks"),
  /// Engine 2's locks at the time of the backup; for reading, never put back.
  STAGE_LOCK("stageLocks"),
  /// Engine 2's journals.
  JOURNAL("journals"),
  /// What does not load, as raw bytes with the reason.
  UNREADABLE("unreadable");

  private final String field;

  SnapshotPart(String field) {
    this.field = field;
  }

  /// The name of the field that holds the part.
  public String field() {
    return field;
  }

  /// One document of the part, in a word.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The kind of entry the part holds; empty for parts that hold none.
  public Optional<EntryKind> kind() {
    return switch (this) {
      case RECEIPT -> Optional.of(EntryKind.RECEIPT);
      case RECORD -> Optional.of(EntryKind.RECORD);
      case LOCK, STAGE_LOCK, JOURNAL, UNREADABLE -> Optional.empty();
    };
  }

  static Optional<SnapshotPart> ofField(String field) {
    for (SnapshotPart part : values()) {
      if (part.field.equals(field)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
