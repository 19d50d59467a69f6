package io.runfabric.console.operation.unlock;

import io.runfabric.console.model.Lock;
import java.util.Optional;

/// What is known of the process that took a lock.
public sealed interface HolderProcess {

  /// The lock names no process.
  record Untold() implements HolderProcess {}

  /// A process that may run on any machine that reaches the store.
  record Anywhere(long pid) implements HolderProcess {}

  /// A process that runs on this machine.
  ///
  /// @param user whose it is; empty where the system does not tell
  /// @param own whether it is this user's
  record Running(long pid, String user, boolean own) implements HolderProcess {}

  /// A process of this machine that has ended.
  record Ended(long pid) implements HolderProcess {}

  /// What is known of a lock's holder.
  static HolderProcess of(Lock lock) {
    if (lock.pid().isEmpty()) {
      return new Untold();
    }
    long pid = lock.pid().get();
    Optional<Boolean> alive = lock.pidAlive();
    if (alive.isEmpty()) {
      return new Anywhere(pid);
    }
    return alive.get() ? running(pid) : new Ended(pid);
  }

  private static Running running(long pid) {
    String user = ProcessHandle.of(pid).flatMap(process -> process.info().user()).orElse("");
    return new Running(pid, user, user.equals(System.getProperty("user.name", "")));
  }

  /// For people: `pid 41 runs here, as ada`.
  default String words() {
    return switch (this) {
      case Untold() -> "the lock names no process";
      case Anywhere(long pid) -> "pid " + pid + ", on whichever machine took it";
      case Running(long pid, String user, boolean own) ->
          "pid "
              + pid
              + " runs on this machine"
              + (user.isEmpty() ? "" : own ? ", as you" : ", as " + user);
      case Ended(long pid) -> "pid " + pid + " does not run on this machine any more";
    };
  }

  /// For scripts.
  default String word() {
    return switch (this) {
      case Untold() -> "untold";
      case Anywhere(long _) -> "anywhere";
      case Running(long _, String _, boolean _) -> "running";
      case Ended(long _) -> "ended";
    };
  }
}
