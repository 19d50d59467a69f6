package io.runfabric.console.operation.unlock;

import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.unlock.Removal.Outcome;
import java.util.List;

/// What became of the locks of a plan, and who holds what was to be freed.
///
/// @param holding the locks found afterwards
public record UnlockResult(UnlockPlan plan, List<Removal> removals, List<Lock> holding) {

  /// Whether every lock of the plan is gone.
  public boolean unlocked() {
    return removals.stream()
        .allMatch(removal ->
            removal.outcome() == Outcome.REMOVED || removal.outcome() == Outcome.GIVEN_BACK);
  }

  /// What came of it, one sentence: `shop/dev is free`, or who holds it.
  public String sentence() {
    if (!free()) {
      return plan.scope().words()
          + (unlocked() ? " is held again, by " : " is still held, by ")
          + Holders.words(holding);
    }
    return plan.scope().staleOnly()
        ? "Every lock whose lease had ended is gone"
        : plan.scope().words() + " is free";
  }

  /// Whether nobody holds what was to be freed. Of stale locks that were cleared, only those places
  /// count.
  public boolean free() {
    return holding.isEmpty();
  }
}
