package io.runfabric.console.ui.compare;

import io.runfabric.console.operation.diff.Difference;
import io.runfabric.console.ui.task.Failure;

/// What stands where the comparison is, or would be.
public sealed interface CompareState {

  /// The documents are on their way.
  record Reading() implements CompareState {}

  /// @param left whether there is a document on the left
  /// @param right whether there is a document on the right
  record Compared(Difference difference, boolean left, boolean right) implements CompareState {}

  record Failed(Failure failure) implements CompareState {}
}
