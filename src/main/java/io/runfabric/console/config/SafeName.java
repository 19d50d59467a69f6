package io.runfabric.console.config;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names that become parts of file names and object keys: letters, digits, `.`, `_` and `-`, at
/// most 128, and neither `.` nor `..`.
final class SafeName {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private SafeName() {}

  /// What is wrong with a name, to follow its subject in a sentence; empty for a safe one.
  static Optional<String> flaw(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (name.length() > 128) {
      return Optional.of("is longer than 128 characters");
    }
    return SAFE.matcher(name).matches() && !name.equals(".") && !name.equals("..")
        ? Optional.empty()
        : Optional.of("may hold only letters, digits, `.`, `_` and `-`");
  }
}
