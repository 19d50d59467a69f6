package io.runfabric.console.ui.write;

import io.runfabric.console.ui.task.Failure;

/// How far a write has come.
public sealed interface WriteState {

  /// It is found out what would be done.
  record Looking() implements WriteState {}

  /// The user is asked.
  record Asking(Question question) implements WriteState {}

  /// It is being done.
  record Working(Question question) implements WriteState {}

  /// It is over.
  record Ended(Outcome outcome) implements WriteState {}

  /// It failed, or was refused.
  ///
  /// @param begun whether it was begun, so that some of it may be done
  record Failed(Failure failure, boolean begun) implements WriteState {}
}
