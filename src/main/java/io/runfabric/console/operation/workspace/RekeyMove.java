package io.runfabric.console.operation.workspace;

import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Entry;

/// One row on its way to another workspace.
///
/// @param entry as it was listed
/// @param to where it goes
/// @param reason why it cannot go; empty for what can
public record RekeyMove(Entry entry, DocumentRef to, Fate fate, String reason) {

  /// What becomes of a row.
  public enum Fate {
    /// It is written under the new id, then removed under the old one.
    MOVE,
    /// The same document is there already, as after a stopped run: only the old row is removed.
    REMOVE_OLD,
    /// Another document is there, or the row cannot be read: nothing is done at all.
    BLOCKED;

    /// As in JSON.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public String stage() {
    return entry.stage();
  }
}
