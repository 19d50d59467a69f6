package io.runfabric.console.model;

import java.util.Arrays;
import java.util.Optional;

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

  /// The kind with this word.
  public static Optional<EntryKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /// The word for this kind on screen and in JSON.
  public String word() {
    return word;
  }
}
