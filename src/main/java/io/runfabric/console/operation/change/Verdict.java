package io.runfabric.console.operation.change;

import java.util.Locale;

/// How what is wanted compares with what is stored.
public enum Verdict {
  /// Nothing is stored there.
  CREATE,
  /// The same document is stored.
  IDENTICAL,
  /// What is wanted is newer than what is stored.
  NEWER,
  /// What is wanted is older than what is stored.
  OLDER,
  /// They differ, and their times do not say which is newer.
  DIFFERS,
  /// What is stored cannot be read, so nobody knows what would be lost.
  UNREADABLE,
  /// Another service's document is stored in its place.
  FOREIGN,
  /// Stored, and not wanted any more.
  EXTRA;

  /// Whether putting the one in the other's place may lose something newer.
  public boolean conflict() {
    return this == OLDER || this == DIFFERS || this == UNREADABLE || this == FOREIGN;
  }

  /// In JSON and on screen.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
