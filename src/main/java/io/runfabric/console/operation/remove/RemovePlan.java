package io.runfabric.console.operation.remove;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.change.StageStanding;
import java.util.List;
import java.util.Map;

/// What would be removed.
///
/// @param unreadable why an entry does not load, by its place; absent where it does
/// @param otherServices entries that fit and are another service's, and stay, by service
/// @param standings whether somebody holds what would be locked
public record RemovePlan(
    ChangePlan changes,
    Map<DocumentRef, String> unreadable,
    Map<String, Long> otherServices,
    List<StageStanding> standings) {

  /// Whether no entry fits.
  public boolean nothing() {
    return changes.effective().isEmpty();
  }

  /// Whether a restore can put this entry back: one that does not load is kept as its bytes only.
  public boolean restorable(PlannedChange change) {
    return !unreadable.containsKey(change.ref());
  }
}
