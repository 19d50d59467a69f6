package io.runfabric.console.operation.unlock;

import java.util.Locale;

/// What became of one lock.
public record Removal(Evidence evidence, Outcome outcome) {

  /// What became of a lock.
  public enum Outcome {
    /// It was removed.
    REMOVED,
    /// Its holder gave it back before it was removed.
    GIVEN_BACK,
    /// It was renewed, or somebody else took it, after it was judged: it was left alone.
    CHANGED,
    /// It was left alone because another one had changed.
    LEFT;

    /// For people, before the lock's key: `removed`, `changed meanwhile, left alone:`.
    public String words() {
      return switch (this) {
        case REMOVED -> "removed";
        case GIVEN_BACK -> "given back meanwhile by its holder:";
        case CHANGED -> "changed meanwhile, left alone:";
        case LEFT -> "left alone:";
      };
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
