package io.runfabric.console.ui.project;

import java.time.Duration;

/// How changes of a project's state are noticed.
public sealed interface Following {

  /// Not at all, until somebody refreshes.
  record Nothing() implements Following {}

  /// The system tells of every file that changes.
  record Files() implements Following {}

  /// Beside that, the backend is asked.
  ///
  /// @param pause about how long passes before it is asked again
  record Asking(Duration pause) implements Following {}

  /// The backend did not answer, and is asked again.
  ///
  /// @param reason why, in a sentence
  /// @param pause as above
  record Lost(String reason, Duration pause) implements Following {}
}
