package io.runfabric.console.operation.change;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Revision;
import java.util.List;
import java.util.Optional;

/// What would become of one document.
///
/// @param digest of what is wanted; empty for one that would be removed
/// @param stored what is there, as it was seen; absent where nothing is, or it cannot be read
/// @param action what the plan does about it
/// @param changes what differs between stored and wanted, by path; not redacted
public record PlannedChange(
    Part part,
    String service,
    String stage,
    String provider,
    DocumentRef ref,
    Optional<Revision> digest,
    Optional<Revision> stored,
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

  /// For people, such as `receipt dev` or `record shop/dev/aws`.
  public String name() {
    return Wanted.name(part, service, stage, provider);
  }

  /// The same of this service, for a document that does not tell its own.
  public PlannedChange of(String itsService) {
    return new PlannedChange(
        part, itsService, stage, provider, ref, digest, stored, verdict, action, changes);
  }

  /// Whether the backend changes.
  public boolean effective() {
    return action == Action.WRITE || action == Action.REMOVE;
  }

  /// Whether the document is wanted and, once the plan is done, stored.
  public boolean arrives() {
    return action == Action.WRITE || verdict == Verdict.IDENTICAL;
  }
}
