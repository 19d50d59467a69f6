package io.runfabric.console.operation.change;

import io.runfabric.console.model.EntryKind;

/// What kind of document is put somewhere.
public enum Part {
  RECEIPT("receipt", EntryKind.RECEIPT),
  RECORD("record", EntryKind.RECORD),
  /// Of engine 2, and locked as its receipts are.
  JOURNAL("journal", EntryKind.RECEIPT);

  private final String word;
  private final EntryKind lockedAs;

  Part(String word, EntryKind lockedAs) {
    this.word = word;
    this.lockedAs = lockedAs;
  }

  public static Part of(EntryKind kind) {
    return kind == EntryKind.RECEIPT ? RECEIPT : RECORD;
  }

  /// In JSON and on screen.
  public String word() {
    return word;
  }

  /// The lock the engine would take before it changes such a document.
  EntryKind lockedAs() {
    return lockedAs;
  }
}
