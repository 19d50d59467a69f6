package io.runfabric.console.operation.change;

import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.JsonDiff;
import java.util.List;
import java.util.Optional;

/// What would become of one entry.
///
/// @param wanted absent for one that would be removed
/// @param stored what is there; absent where nothing is, or it cannot be read
/// @param action what the plan does about it
/// @param changes what differs between stored and wanted, by path; not redacted
public record PlannedChange(
    String name,
    EntryKind kind,
    String service,
    String stage,
    String provider,
    DocumentRef ref,
    Optional<Wanted> wanted,
    Optional<StoredDocument> stored,
    Verdict verdict,
    Action action,
    List<JsonDiff.Change> changes) {

  /// What is done.
  public enum Action {
    WRITE,
    REMOVE,
    LEAVE,
    /// A conflict that stops the whole plan.
    REFUSE
  }

  /// Whether the backend changes.
  public boolean effective() {
    return action == Action.WRITE || action == Action.REMOVE;
  }
}
