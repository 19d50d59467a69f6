package io.runfabric.console.operation.drift;

import java.util.Locale;

/// What the console itself can do about a finding. None of it touches the cloud, and each is
/// planned and asked for like any other write.
public enum Mend {
  /// Nothing.
  NONE,
  /// Follow the runbook of what a deploy left behind.
  RECOVER,
  /// Set the journal aside.
  ARCHIVE,
  /// Move rows to the project's workspace id.
  REKEY,
  /// Put the entry back from a backup.
  RESTORE,
  /// Remove the entry, which nothing stands behind any more.
  REMOVE;

  /// As in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
