package io.runfabric.console.model;

import java.util.Locale;
import java.util.Optional;

/// Who holds a stage, as a stored lock tells.
///
/// @param provider of an engine-1 lock, which holds one provider of a stage; empty otherwise
/// @param holder who took it, such as `pid:4711`; empty when unreadable
/// @param lockId the token that proves ownership: engine 2's `ownerToken`, engine 1's `lockId`
/// @param operation what the holder is doing; empty when the lock does not say
/// @param state whether it excludes others now
/// @param source where the lock is kept
/// @param pid the holder's process, where the lock tells
/// @param pidAlive whether that process runs on this machine; absent for locks that other machines
///   may have taken
/// @param reason why the lock is unreadable, or what to know about it; may be empty
public record Lock(
    String service,
    String stage,
    String provider,
    String holder,
    String lockId,
    String operation,
    String createdAt,
    String expiresAt,
    String lastHeartbeatAt,
    State state,
    Source source,
    Optional<Long> pid,
    Optional<Boolean> pidAlive,
    String reason,
    DocumentRef ref,
    Revision revision) {

  /// What the operation of a lock begins with that keeps a stage for maintenance.
  public static final String MAINTENANCE = "maintenance: ";

  /// `HELD` excludes others; `STALE` may be stolen; `UNREADABLE` excludes others and tells nothing.
  public enum State {
    HELD,
    STALE,
    UNREADABLE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which rules a lock follows and where it lies.
  public enum Source {
    /// Engine 2's lock file.
    FILE("file"),
    /// The one-line lock file of early engine-2 releases.
    LEGACY_FILE("legacy-file"),
    /// Engine 2's item in a DynamoDB lock table.
    DYNAMODB("dynamodb"),
    /// The console's own lock in a database where the engine locks only a local file.
    TABLE("table"),
    /// Engine 1's lock document beside a state record.
    RECORD("record");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Whether somebody may be working on the stage: anything but a lease that has ended.
  public boolean live() {
    return state != State.STALE;
  }

  /// Why the stage is kept for maintenance; empty for any other lock.
  public Optional<String> maintenance() {
    return operation.startsWith(MAINTENANCE)
        ? Optional.of(operation.substring(MAINTENANCE.length()))
        : Optional.empty();
  }
}
