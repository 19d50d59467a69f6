package io.runfabric.console.config;

import io.runfabric.console.config.Interpolated.Gravity;
import io.runfabric.console.config.Problem.Severity;
import java.util.Optional;

/// How much hangs on a value, which decides how bad a reference is that does not resolve.
enum Weight {
  /// The active stage and backend need it: an unset variable keeps the project from opening.
  NEEDED,
  /// It is in effect but nothing here asks for it, such as the bucket of another kind.
  IDLE,
  /// It belongs to another stage, whose variables need not be set here.
  ELSEWHERE;

  /// Empty when it is not worth a word.
  Optional<Severity> severity(Gravity gravity) {
    return switch (this) {
      case NEEDED -> Optional.of(gravity == Gravity.DOUBTFUL ? Severity.WARNING : Severity.ERROR);
      case IDLE -> Optional.of(Severity.WARNING);
      case ELSEWHERE ->
          gravity == Gravity.UNRESOLVED ? Optional.empty() : Optional.of(Severity.WARNING);
    };
  }
}
