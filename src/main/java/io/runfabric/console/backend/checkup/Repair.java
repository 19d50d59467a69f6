package io.runfabric.console.backend.checkup;

import io.runfabric.console.backend.BackendException;

/// Something missing that the console can create.
///
/// @param what it does, such as `create the table runfabric_receipts`
public record Repair(String what, Action action) {

  /// Creates what is missing; what exists meanwhile is left alone.
  @FunctionalInterface
  public interface Action {
    void run() throws BackendException;
  }

  public void run() throws BackendException {
    action.run();
  }
}
