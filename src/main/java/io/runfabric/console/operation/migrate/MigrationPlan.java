package io.runfabric.console.operation.migrate;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.change.ChangePlan;
import io.runfabric.console.operation.change.StageStanding;
import io.runfabric.console.operation.cutover.Cutover;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a migration would do.
///
/// @param leftBehind what does not load at the source, and so would be left there
/// @param stays entries at the source that the configuration finds there afterwards too, in words
/// @param otherServices entries at the source that are other services', by service
/// @param warnings what to look at before it is done: a target that is shared, or looks like
///   another stage's
/// @param standings whether somebody holds what would be locked, at either end
/// @param cutover how the configuration changes afterwards; empty when it is let be
public record MigrationPlan(
    ChangePlan changes,
    List<LeftBehind> leftBehind,
    List<String> stays,
    Map<String, Long> otherServices,
    List<String> warnings,
    List<StageStanding> standings,
    Optional<Cutover> cutover) {

  /// A document that does not load.
  public record LeftBehind(DocumentRef ref, String reason) {}

  /// Whether there is nothing to do and nothing in the way.
  public boolean nothing() {
    return changes.effective().isEmpty()
        && changes.refused().isEmpty()
        && cutover.map(Cutover::nothingToDo).orElse(true);
  }
}
