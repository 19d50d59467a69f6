package io.runfabric.console.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.unlock.Evidence;
import io.runfabric.console.operation.unlock.HolderProcess;
import io.runfabric.console.operation.unlock.Removal;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Locks that are removed, for scripts: the engine's `unlocked, service, stage, backend`, and what
/// is known of each lock.
///
/// @param redactor decides whether tokens are shown
public record UnlockJson(ProjectSession session, Redactor redactor) {

  /// What would be removed.
  public ObjectNode plan(UnlockPlan plan) {
    ObjectNode json = head(plan, false);
    json.put("dryRun", true);
    json.put("free", plan.empty());
    ArrayNode locks = json.putArray("locks");
    plan.locks().forEach(lock -> locks.add(evidence(lock)));
    json.putArray("heldBy");
    return json;
  }

  /// What became of it.
  public ObjectNode result(UnlockResult result) {
    ObjectNode json = head(result.plan(), result.unlocked() && !result.plan().empty());
    json.put("dryRun", false);
    json.put("free", result.free());
    ArrayNode locks = json.putArray("locks");
    for (Removal removal : result.removals()) {
      locks.add(evidence(removal.evidence()).put("outcome", removal.outcome().word()));
    }
    holding(json.putArray("heldBy"), result.holding());
    return json;
  }

  private ObjectNode head(UnlockPlan plan, boolean unlocked) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("unlocked", unlocked);
    json.put("service", plan.scope().service());
    json.put("stage", plan.scope().stage().orElse(""));
    json.put("backend", session.backend().kind().word());
    return json;
  }

  private ObjectNode evidence(Evidence evidence) {
    ObjectNode json = lock(evidence.lock());
    json.put("lockId", shownId(evidence));
    seconds(json, "ageSeconds", evidence.age());
    seconds(json, "leaseSecondsLeft", evidence.left());
    seconds(json, "heartbeatAgeSeconds", evidence.heartbeatAge());
    json.put("process", evidence.process().word());
    evidence.lock().pid().ifPresent(pid -> json.put("pid", pid));
    if (evidence.process() instanceof HolderProcess.Running(long _, String user, boolean own)) {
      json.put("user", user).put("ownProcess", own);
    }
    json.put("caution", evidence.caution().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("meaning", evidence.meaning());
    return json;
  }

  private String shownId(Evidence evidence) {
    return evidence.lock().lockId().isEmpty()
        ? evidence.id()
        : redactor.value("lockId", evidence.id());
  }

  static void holding(ArrayNode heldBy, List<Lock> locks) {
    locks.forEach(lock -> heldBy.add(lock(lock)));
  }

  private static ObjectNode lock(Lock lock) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("service", lock.service()).put("stage", lock.stage());
    json.put("provider", lock.provider());
    json.put("holder", lock.holder()).put("operation", lock.operation());
    json.put("state", lock.state().word()).put("source", lock.source().word());
    json.put("createdAt", lock.createdAt()).put("expiresAt", lock.expiresAt());
    json.put("lastHeartbeatAt", lock.lastHeartbeatAt());
    json.put("key", lock.ref().key());
    json.put("reason", lock.reason());
    return json;
  }

  private static void seconds(ObjectNode json, String name, Optional<Duration> length) {
    length.ifPresent(known -> json.put(name, known.toSeconds()));
  }
}
