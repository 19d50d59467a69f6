package io.runfabric.console.operation.drift;

import java.util.Locale;

/// How much a finding matters, the least first.
public enum Gravity {
  /// Good to know.
  INFO,
  /// What is recorded and what is meant differ.
  WARNING,
  /// What is recorded cannot be relied upon.
  CRITICAL;

  /// As on the command line and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
