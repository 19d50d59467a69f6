package io.runfabric.console.operation.restore;

import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.Feed;
import io.runfabric.console.operation.change.StageStanding;
import java.util.List;
import java.util.Map;

/// What a restore would do.
///
/// @param entries hands over again what is to be put back
/// @param otherServices records in the backup that are another service's and stay out, by service
/// @param standings whether somebody holds what would be locked
public record RestorePlan(
    ChangePlan changes,
    Feed<?> entries,
    Map<String, Long> otherServices,
    List<StageStanding> standings) {

  /// Whether there is nothing to do and nothing in the way.
  public boolean nothing() {
    return changes.effective().isEmpty() && changes.refused().isEmpty();
  }
}
