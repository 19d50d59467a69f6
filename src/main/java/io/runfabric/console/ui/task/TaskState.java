package io.runfabric.console.ui.task;

/// Where a piece of work stands.
public sealed interface TaskState {

  /// It is under way.
  record Running() implements TaskState {}

  /// It was asked to stop and has not ended yet.
  record Stopping() implements TaskState {}

  /// It came to its end.
  ///
  /// @param result in a few words; may be empty
  record Done(String result) implements TaskState {}

  /// It ended because it was asked to.
  record Stopped() implements TaskState {}

  /// It failed.
  ///
  /// @param trace where in the program, redacted; for reports only
  record Failed(Failure failure, String trace) implements TaskState {}

  /// Whether it goes on.
  default boolean running() {
    return switch (this) {
      case Running(), Stopping() -> true;
      case Done _, Stopped(), Failed _ -> false;
    };
  }
}
