package io.runfabric.console.model;

import java.util.List;

/// The step log of one deploy or removal (engine 2), with what the console makes of it.
///
/// @param status `active`, `rolling_back`, `rolled_back`, `completed` or `archived`; empty when
///   unreadable
/// @param version the save counter; a save with a lower one is a version conflict
/// @param checksum whether the stored checksum is the document's
/// @param interrupted active or rolling back, and no deploy holds the lock
public record Journal(
    String service,
    String stage,
    String operation,
    String status,
    String startedAt,
    String updatedAt,
    long version,
    long attemptCount,
    String lastAttemptAt,
    ChecksumState checksum,
    boolean interrupted,
    List<Checkpoint> checkpoints,
    List<Operation> operations,
    Health health,
    DocumentRef ref,
    Revision revision,
    long sizeBytes) {

  /// A named point of the deploy and how far it came.
  public record Checkpoint(String name, String status) {}

  /// One resource the deploy created.
  public record Operation(String type, String resource) {}

  /// How the stored checksum compares. `DIFFERS` is a note, never proof of damage: the engine keeps
  /// an older checksum on checkpoint and status saves.
  public enum ChecksumState {
    VALID,
    DIFFERS,
    ABSENT;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Whether the deploy this journal describes has not come to an end.
  public boolean unfinished() {
    return status.equals("active") || status.equals("rolling_back");
  }

  /// This journal with the finding whether its deploy was interrupted.
  public Journal withInterrupted(boolean found) {
    return new Journal(
        service,
        stage,
        operation,
        status,
        startedAt,
        updatedAt,
        version,
        attemptCount,
        lastAttemptAt,
        checksum,
        found,
        checkpoints,
        operations,
        health,
        ref,
        revision,
        sizeBytes);
  }
}
