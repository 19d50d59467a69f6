package io.runfabric.console.ui.task;

/// What a piece of work is to the user.
public enum Nature {
  /// A moment's work, such as copying: kept among what has ended only when it failed.
  PASSING,
  /// Reads; may be stopped at any time.
  READING,
  /// Changes what others see: refused in read-only mode, and the window asks before it closes over
  /// it.
  WRITING
}
