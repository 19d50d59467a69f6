package io.runfabric.console.ui.health;

import io.runfabric.console.operation.doctor.Diagnosis;
import java.time.Duration;
import java.time.Instant;

/// How far a look at the project has come.
sealed interface Examination {

  /// Whether a document was allowed to be written at each place, and removed again.
  boolean mayWrite();

  /// What was found so far.
  Diagnosis diagnosis();

  /// Under way.
  ///
  /// @param place what is looked at now
  /// @param stopping whether it was asked to stop
  record Running(boolean mayWrite, Diagnosis diagnosis, String place, boolean stopping)
      implements Examination {}

  /// Over.
  ///
  /// @param whole false when it was stopped; the diagnosis says then what was not looked at
  record Ended(boolean mayWrite, Diagnosis diagnosis, Instant at, Duration took, boolean whole)
      implements Examination {}
}
