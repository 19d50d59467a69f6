package io.runfabric.console.operation.unlock;

import io.runfabric.console.model.Lock;
import io.runfabric.console.model.Stages;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.unlock.HolderProcess.Ended;
import io.runfabric.console.operation.unlock.HolderProcess.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A lock, and what is known of its holder, at the moment it was judged.
public record Evidence(Lock lock, HolderProcess process, Instant now) {

  public static Evidence of(Lock lock, Instant now) {
    return new Evidence(lock, HolderProcess.of(lock), now);
  }

  /// What tells this lock from the next one at the same place: its token, or where it has none its
  /// revision.
  public String id() {
    return lock.lockId().isEmpty() ? lock.revision().value() : lock.lockId();
  }

  /// How long ago the lock was taken.
  public Optional<Duration> age() {
    return since(lock.createdAt());
  }

  /// How long ago it was renewed.
  public Optional<Duration> heartbeatAge() {
    return since(lock.lastHeartbeatAt());
  }

  /// How long its lease still lasts; negative once it has ended.
  public Optional<Duration> left() {
    return since(lock.expiresAt()).map(Duration::negated);
  }

  private Optional<Duration> since(String stored) {
    return Timestamps.parse(stored).map(then -> Duration.between(then, now));
  }

  public Caution caution() {
    if (!lock.live()) {
      return Caution.ABANDONED;
    }
    if (Stages.production(lock.stage()) || process instanceof Running) {
      return Caution.GUARDED;
    }
    return process instanceof Ended ? Caution.ABANDONED : Caution.MAY_BE_WORKED_UNDER;
  }

  /// What removing the lock means, one sentence.
  public String meaning() {
    return switch (lock.state()) {
      case STALE ->
          process instanceof Running
              ? "its lease has ended though its holder still runs: see that it hangs, or it may"
                  + " still write"
              : "its lease has ended: no holder that keeps to it still writes";
      case HELD ->
          switch (process) {
            case Running _ ->
                "its holder runs and may be writing: without the lock another deploy may write at"
                    + " the same time";
            case Ended _ ->
                "its holder has ended without giving it back: look whether it left the stage half"
                    + " deployed";
            case HolderProcess.Anywhere _, HolderProcess.Untold _ ->
                "its holder may still be writing, from this machine or another: without the lock"
                    + " another deploy may write at the same time";
          };
      case UNREADABLE -> "it does not load, so somebody may hold it: make sure that nobody deploys";
    };
  }
}
