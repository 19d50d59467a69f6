package io.runfabric.console.operation.unlock;

import io.runfabric.console.model.Lock;
import java.util.List;
import java.util.stream.Collectors;

/// Who holds locks, in words.
public final class Holders {

  private Holders() {}

  /// `pid:41 (deploy, until 2026-03-01T12:15:00Z)`, each holder once.
  public static String words(List<Lock> locks) {
    return locks.stream().map(Holders::words).distinct().collect(Collectors.joining(", "));
  }

  private static String words(Lock lock) {
    String operation = lock.operation().isEmpty() ? "" : lock.operation() + ", ";
    return switch (lock.state()) {
      case HELD -> lock.holder() + " (" + operation + "until " + lock.expiresAt() + ")";
      case STALE -> lock.holder() + " (" + operation + "ended " + lock.expiresAt() + ")";
      case UNREADABLE -> "an unreadable lock (" + lock.ref().key() + ")";
    };
  }
}
