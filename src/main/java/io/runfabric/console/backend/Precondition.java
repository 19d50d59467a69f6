package io.runfabric.console.backend;

import io.runfabric.console.model.Revision;

/// What must hold for a write to happen. There is no unconditional write.
public sealed interface Precondition {

  /// Nothing is stored under the key.
  record Absent() implements Precondition {}

  /// Exactly this revision is stored under the key.
  record Matches(Revision revision) implements Precondition {}

  Precondition ABSENT = new Absent();
}
