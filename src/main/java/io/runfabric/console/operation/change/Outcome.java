package io.runfabric.console.operation.change;

import io.runfabric.console.backend.BackendException;
import java.util.List;
import java.util.Optional;

/// What became of a plan.
///
/// @param done written, read back and found equal, or removed
/// @param failed what could not be done
/// @param open what was not tried
/// @param stopped why the work ended early, where no single document is to blame; empty also when
///   it was cancelled
public record Outcome(
    List<PlannedChange> done,
    List<Failed> failed,
    List<PlannedChange> open,
    Optional<BackendException> stopped) {

  /// A document that could not be put in its place.
  public record Failed(PlannedChange change, BackendException why) {}

  static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of(), Optional.empty());

  public boolean complete() {
    return failed.isEmpty() && open.isEmpty() && stopped.isEmpty();
  }

  /// What went wrong first.
  public Optional<BackendException> failure() {
    return failed.stream().map(Failed::why).findFirst().or(() -> stopped);
  }
}
