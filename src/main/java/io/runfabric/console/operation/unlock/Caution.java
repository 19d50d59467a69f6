package io.runfabric.console.operation.unlock;

/// How sure an operator has to be before a lock is removed; in ascending order.
public enum Caution {
  /// Nobody works under this lock: its lease has ended, or its holder's process has.
  ABANDONED,
  /// Somebody may work under it.
  MAY_BE_WORKED_UNDER,
  /// Somebody works under it here and now, or may, in production.
  GUARDED;

  /// Whether `--yes` needs the lock's id beside it: what is agreed to unseen must not be somebody
  /// else's by then.
  public boolean needsId() {
    return this != ABANDONED;
  }
}
