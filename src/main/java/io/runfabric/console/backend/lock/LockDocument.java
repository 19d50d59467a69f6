package io.runfabric.console.backend.lock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.LockFormat;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// What an engine writes into a lock (formats: engine 2's lock file, engine 1's lock beside a state
/// record), and how it is read back. A request that names its holder is written with a field
/// `holder`, for engine 1 also `operation`: fields of the console's own, which the engines skip.
public enum LockDocument {
  /// Engine 2: `{service, stage, operation, ownerToken, pid, createdAt, expiresAt,
  /// lastHeartbeatAt?}`.
  ENGINE_2("ownerToken", "lastHeartbeatAt", ChronoUnit.SECONDS) {
    @Override
    public String token() {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      return HexFormat.of().formatHex(random);
    }

    @Override
    void fill(ObjectNode lock, LockRequest request, String token, Instant now) {
      lock.put("service", request.service()).put("stage", request.stage());
      lock.put("operation", request.operation()).put("ownerToken", token);
      lock.put("pid", ProcessHandle.current().pid());
      lock.put("createdAt", time(now)).put("expiresAt", time(end(request, now)));
      putHolder(lock, request);
    }

    @Override
    String time(Instant instant) {
      return Timestamps.engine2(instant);
    }

    @Override
    Lock read(StoredDocument stored, LockRequest request, LockFormat format) {
      return format.file(
          stored.content(),
          request.service() + "-" + request.stage(),
          true,
          ref(stored),
          stored.revision());
    }
  },
  /// Engine 2 in DynamoDB: as its lock file without `pid`, with `ttl`, the end in epoch seconds.
  ENGINE_2_ITEM("ownerToken", "lastHeartbeatAt", ChronoUnit.SECONDS) {
    @Override
    public String token() {
      return ENGINE_2.token();
    }

    @Override
    void fill(ObjectNode lock, LockRequest request, String token, Instant now) {
      ENGINE_2.fill(lock, request, token, now);
      // The item has no attribute for the process.
      lock.remove("pid");
      if (lock.has("holder")) {
        lock.put("holder", request.holder() + " pid:" + ProcessHandle.current().pid());
      }
      lock.put("ttl", end(request, now).getEpochSecond());
    }

    @Override
    void extend(ObjectNode lock, Instant end) {
      lock.put("ttl", end.getEpochSecond());
    }

    @Override
    String time(Instant instant) {
      return ENGINE_2.time(instant);
    }

    @Override
    Lock read(StoredDocument stored, LockRequest request, LockFormat format) {
      return format.item(
          stored.content(),
          request.service() + ":" + request.stage(),
          ref(stored),
          stored.revision());
    }
  },
  /// Engine 1: `{backend, lockId, owner, acquiredAt, heartbeatAt?, expiresAt}`.
  ENGINE_1("lockId", "heartbeatAt", ChronoUnit.MILLIS) {
    // Others judge by `expiresAt` and by the age of the heartbeat, so a longer lease would be a
    // wish only.
    @Override
    LockRequest timed(LockRequest request, LockRules rules) {
      return request.lasting(shorter(request.lease(), rules.timeout()));
    }

    @Override
    Duration heartbeat(LockRequest timed, LockRules rules) {
      return shorter(super.heartbeat(timed, rules), rules.heartbeat());
    }

    @Override
    public String token() {
      return UUID.randomUUID().toString();
    }

    @Override
    void fill(ObjectNode lock, LockRequest request, String token, Instant now) {
      lock.put("lockId", token).put("owner", "pid:" + ProcessHandle.current().pid());
      lock.put("acquiredAt", time(now)).put("heartbeatAt", time(now));
      lock.put("expiresAt", time(end(request, now)));
      if (putHolder(lock, request)) {
        lock.put("operation", request.operation());
      }
    }

    @Override
    String time(Instant instant) {
      return Timestamps.engine1(instant);
    }

    @Override
    Lock read(StoredDocument stored, LockRequest request, LockFormat format) {
      return format.record(
          stored.content(),
          new RecordKey(request.service(), request.stage(), request.provider()),
          true,
          ref(stored),
          stored.revision());
    }
  };

  private static final int HEARTBEATS_IN_A_LEASE = 3;

  private final String tokenField;
  private final String heartbeatField;
  private final ChronoUnit precision;

  LockDocument(String tokenField, String heartbeatField, ChronoUnit precision) {
    this.tokenField = tokenField;
    this.heartbeatField = heartbeatField;
    this.precision = precision;
  }

  /// The field that names the owner.
  String tokenField() {
    return tokenField;
  }

  /// A new token that proves ownership.
  public abstract String token();

  /// The request with the lease that this kind of lock can have.
  LockRequest timed(LockRequest request, LockRules rules) {
    return request;
  }

  /// How often a lock is renewed.
  Duration heartbeat(LockRequest timed, LockRules rules) {
    return timed.lease().dividedBy(HEARTBEATS_IN_A_LEASE);
  }

  abstract void fill(ObjectNode lock, LockRequest request, String token, Instant now);

  abstract String time(Instant instant);

  /// Moves whatever else tells the end of the lease.
  void extend(ObjectNode lock, Instant end) {}

  abstract Lock read(StoredDocument stored, LockRequest request, LockFormat format);

  /// A lock taken now.
  ///
  /// @param backend the kind of the store, which engine 1 writes into its locks
  byte[] taken(LockRequest request, String backend, String token, Instant now) {
    ObjectNode lock = Json.MAPPER.createObjectNode();
    if (this == ENGINE_1) {
      lock.put("backend", backend);
    }
    fill(lock, request, token, now);
    return bytes(lock);
  }

  /// The stored lock with its lease started anew; everything else in it stays.
  byte[] renewed(byte[] content, LockRequest request, Instant now)
      throws UnreadableDocumentException {
    ObjectNode lock = Json.object(content);
    lock.put("expiresAt", time(end(request, now)));
    lock.put(heartbeatField, time(now));
    extend(lock, end(request, now));
    return bytes(lock);
  }

  /// The token in a stored lock; empty when it does not load or has none.
  Optional<String> tokenIn(byte[] content) {
    try {
      String token = Json.object(content).path(tokenField).asText("");
      return token.isEmpty() ? Optional.empty() : Optional.of(token);
    } catch (UnreadableDocumentException _) {
      return Optional.empty();
    }
  }

  // Rounded up: cut off, the lock would end for others while its holder still counts on it.
  Instant end(LockRequest request, Instant now) {
    return now.plus(request.lease())
        .plus(precision.getDuration())
        .minusNanos(1)
        .truncatedTo(precision);
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static boolean putHolder(ObjectNode lock, LockRequest request) {
    if (request.holder().isEmpty()) {
      return false;
    }
    lock.put("holder", request.holder());
    return true;
  }

  private static byte[] bytes(ObjectNode lock) {
    return (Json.pretty(lock) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static DocumentRef ref(StoredDocument stored) {
    return new DocumentRef("lock", stored.key());
  }
}
