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

  /// For people.
  ///
  /// @param from where what is wanted comes from, such as `the backup`
  public String words(String from) {
    return switch (this) {
      case CREATE -> "not stored";
      case IDENTICAL -> "the same as stored";
      case NEWER -> "newer than stored";
      case OLDER -> "older than stored";
      case DIFFERS -> "differs from what is stored";
      case UNREADABLE -> "what is stored does not load";
      case FOREIGN -> "another service's is stored";
      case EXTRA -> "not in " + from;
    };
  }

  /// In JSON and on screen.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
