package io.runfabric.console.model;

import io.runfabric.console.model.Lock.Source;
import io.runfabric.console.model.Lock.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;

/// Reads locks of all generations and judges whether they hold.
///
/// Judging is on the side of "held": a time that does not parse never makes a lock stale, and a
/// lock that does not load still excludes others.
///
/// @param now the moment to judge by
/// @param staleAfter engine 1's limit on the age of the last heartbeat
/// @param alive tells whether a process runs on this machine
public record LockFormat(Instant now, Duration staleAfter, LongPredicate alive) {

  /// The lease engine 2 takes when it is not told another.
  public static final Duration DEFAULT_LEASE = Duration.ofMinutes(15);

  /// Engine 2's lock file. A broken one is named by its key: `<service>-<stage>`.
  ///
  /// @param sameMachine whether only processes of this machine can have taken it
  public Lock file(
      byte[] content, String keyName, boolean sameMachine, DocumentRef ref, Revision revision) {
    try {
      Fields fields = Fields.of(Json.object(content));
      return lease(
          fields,
          fields.text("service"),
          fields.text("stage"),
          Source.FILE,
          sameMachine,
          ref,
          revision);
    } catch (UnreadableDocumentException e) {
      return unreadable("", keyName, "", Source.FILE, e.reason(), ref, revision);
    }
  }

  /// Engine 2's item in a DynamoDB lock table, as JSON. What it locks is told by its key, which is
  /// what excludes others.
  ///
  /// @param lockKey `<service>:<stage>`
  public Lock item(byte[] content, String lockKey, DocumentRef ref, Revision revision) {
    int colon = lockKey.lastIndexOf(':');
    String service = colon < 0 ? "" : lockKey.substring(0, colon);
    String stage = lockKey.substring(colon + 1);
    try {
      Fields fields = Fields.of(Json.object(content));
      // Read for their type only.
      var _ = fields.text("service");
      var _ = fields.text("stage");
      return lease(
          fields, service, stage, Source.DYNAMODB, /* sameMachine= */ false, ref, revision);
    } catch (UnreadableDocumentException e) {
      return unreadable(service, stage, "", Source.DYNAMODB, e.reason(), ref, revision);
    }
  }

  /// The console's own lock in a row of a database: engine 2's lock file as a document. What it
  /// locks is told by its key, which is what excludes others.
  public Lock row(byte[] content, String stage, DocumentRef ref, Revision revision) {
    try {
      Fields fields = Fields.of(Json.object(content));
      // Read for its type only.
      var _ = fields.text("stage");
      return lease(
          fields,
          fields.text("service"),
          stage,
          Source.TABLE,
          /* sameMachine= */ false,
          ref,
          revision);
    } catch (UnreadableDocumentException e) {
      return unreadable("", stage, "", Source.TABLE, e.reason(), ref, revision);
    }
  }

  private Lock lease(
      Fields fields,
      String service,
      String stage,
      Source source,
      boolean sameMachine,
      DocumentRef ref,
      Revision revision)
      throws UnreadableDocumentException {
    Optional<Long> pid = positive(fields.integer("pid"));
    String expiresAt = fields.text("expiresAt");
    Optional<Instant> expiry = Timestamps.parse(expiresAt);
    return new Lock(
        service,
        stage,
        "",
        holder(fields, pid.map(id -> "pid:" + id).orElse("")),
        fields.text("ownerToken"),
        fields.text("operation"),
        fields.text("createdAt"),
        expiresAt,
        fields.text("lastHeartbeatAt"),
        expiry.filter(now::isAfter).isPresent() ? State.STALE : State.HELD,
        source,
        pid,
        sameMachine ? pid.map(alive::test) : Optional.empty(),
        expiry.isPresent() ? "" : "expiresAt is no RFC 3339 time, so it counts as held",
        ref,
        revision);
  }

  /// The one-line lock file of early engine-2 releases. Whether its time is when the lock was taken
  /// or when it ends is not told, so it is stale only when it would be under both readings.
  public Lock legacyFile(byte[] content, String keyName, DocumentRef ref, Revision revision) {
    String line = new String(content, StandardCharsets.UTF_8).strip();
    Optional<Instant> time = Timestamps.parse(line);
    if (time.isEmpty()) {
      return unreadable(
          "",
          keyName,
          "",
          Source.LEGACY_FILE,
          line.isEmpty() ? "the lock file is empty" : "the line is no RFC 3339 time",
          ref,
          revision);
    }
    Instant end = time.get().plus(DEFAULT_LEASE);
    return new Lock(
        "",
        keyName,
        "",
        "unknown",
        "",
        "",
        line,
        Timestamps.engine2(end),
        "",
        now.isAfter(end) ? State.STALE : State.HELD,
        Source.LEGACY_FILE,
        Optional.empty(),
        Optional.empty(),
        "an early engine's lock: it names no holder",
        ref,
        revision);
  }

  /// Engine 1's lock document.
  ///
  /// @param sameMachine whether only processes of this machine can have taken it
  public Lock record(
      byte[] content, RecordKey key, boolean sameMachine, DocumentRef ref, Revision revision) {
    try {
      Fields fields = Fields.of(Json.object(content));
      String owner = fields.text("owner");
      Optional<Long> pid = pidOf(owner);
      String expiresAt = fields.text("expiresAt");
      String heartbeat = fields.text("heartbeatAt");
      boolean ended =
          Timestamps.parse(expiresAt).filter(now::isAfter).isPresent()
              || Timestamps.parse(heartbeat)
                  .filter(at -> now.isAfter(at.plus(staleAfter)))
                  .isPresent();
      return new Lock(
          key.service(),
          key.stage(),
          key.provider(),
          holder(fields, owner),
          fields.text("lockId"),
          fields.text("operation"),
          fields.text("acquiredAt"),
          expiresAt,
          heartbeat,
          ended ? State.STALE : State.HELD,
          Source.RECORD,
          pid,
          sameMachine ? pid.map(alive::test) : Optional.empty(),
          Timestamps.parse(expiresAt).isPresent()
              ? ""
              : "expiresAt is no RFC 3339 time, so it counts as held",
          ref,
          revision);
    } catch (UnreadableDocumentException e) {
      return unreadable(
          key.service(), key.stage(), key.provider(), Source.RECORD, e.reason(), ref, revision);
    }
  }

  /// A lock that does not load; it still excludes others.
  public static Lock unreadable(
      String service,
      String stage,
      String provider,
      Source source,
      String reason,
      DocumentRef ref,
      Revision revision) {
    return new Lock(
        service,
        stage,
        provider,
        "unknown",
        "",
        "",
        "",
        "",
        "",
        State.UNREADABLE,
        source,
        Optional.empty(),
        Optional.empty(),
        reason,
        ref,
        revision);
  }

  // The console names who holds a stage for maintenance; the engines name their process only.
  private static String holder(Fields fields, String process) throws UnreadableDocumentException {
    String told = (fields.text("holder") + " " + process).strip();
    return told.isEmpty() ? "unknown" : told;
  }

  private static Optional<Long> positive(long pid) {
    return pid > 0 ? Optional.of(pid) : Optional.empty();
  }

  private static Optional<Long> pidOf(String owner) {
    if (!owner.startsWith("pid:")) {
      return Optional.empty();
    }
    try {
      return positive(Long.parseLong(owner.substring("pid:".length()).strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
