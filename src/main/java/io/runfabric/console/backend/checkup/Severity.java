package io.runfabric.console.backend.checkup;

import java.util.Locale;

/// How much a finding matters; from nothing to worry about to most pressing.
public enum Severity {
  /// Looked at, and good.
  OK,
  /// Worth knowing.
  INFO,
  /// Nobody knows: it was not looked at, or could not be.
  NOT_CHECKED,
  /// Works, and may do harm.
  WARNING,
  /// Does not work, or does harm.
  CRITICAL;

  /// In JSON and on screen, such as `not-checked`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
