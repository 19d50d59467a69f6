package io.runfabric.console.backend;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongPredicate;

/// What a backend needs beside its settings.
///
/// @param workspace the workspace id the user named, for shared databases
/// @param clock judges leases
/// @param processAlive tells whether a process with this id runs on this machine
public record BackendOptions(Optional<String> workspace, Clock clock, LongPredicate processAlive) {

  /// The system's clock and processes; the workspace is found by the project's folder.
  public static BackendOptions standard() {
    return new BackendOptions(
        Optional.empty(),
        Clock.systemUTC(),
        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }

  public BackendOptions withWorkspace(Optional<String> named) {
    return new BackendOptions(named, clock, processAlive);
  }
}
