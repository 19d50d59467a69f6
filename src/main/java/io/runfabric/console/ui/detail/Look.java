package io.runfabric.console.ui.detail;

import java.util.Locale;
import java.util.regex.Pattern;

/// How a field's value is shown.
public enum Look {
  TEXT,
  /// Ids, hashes, paths: in a fixed-width face.
  MONO,
  /// A web address; opened only when clicked.
  ADDRESS,
  /// A stored time: absolute, and relative to now.
  TIME;

  private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?=.*[0-9/:._-])[A-Za-z0-9/:._@#$+=-]{12,}");

  /// How a value of unknown meaning is best shown.
  static Look of(String value) {
    if (WEB.matcher(value).matches()) {
      return ADDRESS;
    }
    return IDENTIFIER.matcher(value).matches() ? MONO : TEXT;
  }

  /// The word in style classes.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
