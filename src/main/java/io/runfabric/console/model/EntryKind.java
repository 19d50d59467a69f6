package io.runfabric.console.model;

/// Which generation of the engine wrote an entry.
public enum EntryKind {
  /// Engine 2: one document per stage.
  RECEIPT("receipt"),
  /// Engine 1: one document per service, stage and provider.
  RECORD("record");

  private final String word;

  EntryKind(String word) {
    this.word = word;
  }

  /// The word for this kind on screen and in JSON.
  public String word() {
    return word;
  }
}
