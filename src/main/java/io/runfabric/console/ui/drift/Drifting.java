package io.runfabric.console.ui.drift;

import io.runfabric.console.ui.task.Failure;
import java.util.Optional;

/// Where comparing stands.
sealed interface Drifting {

  /// Nobody has asked yet.
  record NotYet() implements Drifting {}

  /// Under way.
  ///
  /// @param phase what is looked at, such as `provider`
  /// @param total negative while unknown
  record Running(String phase, long done, long total, boolean stopping) implements Drifting {}

  /// At its end, well or not; what was found is in the model.
  ///
  /// @param failure empty when all went well
  /// @param whole false when it was stopped
  record Ended(boolean whole, Optional<Failure> failure) implements Drifting {}
}
