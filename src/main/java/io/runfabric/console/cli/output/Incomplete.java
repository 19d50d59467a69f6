package io.runfabric.console.cli.output;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.PlannedChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why not everything of a plan was done.
final class Incomplete {

  private Incomplete() {}

  /// @param done what became of what was done, such as `restored`
  /// @param next what to do, beside running the command again
  static ErrorReport report(Outcome outcome, String done, String next) {
    Optional<BackendException> failure = outcome.failure();
    List<PlannedChange> not =
        Stream.concat(
                outcome.failed().stream().map(Outcome.Failed::change), outcome.open().stream())
            .toList();
    String counts =
        outcome.done().size()
            + " "
            + done
            + ", "
            + not.size()
            + " not"
            + (not.isEmpty() ? "" : ": " + not.getFirst().name())
            + (not.size() > 1 ? " and others" : "");
    String why = failure.map(BackendException::sentence).orElse("it was cancelled");
    return ErrorReport.of(
        failure.map(e -> e.code().name()).orElse("CANCELLED"),
        why + " (" + counts + ")",
        failure.map(BackendException::remedy).orElse("")
            + (failure.isPresent() ? "; " : "")
            + "the same command goes on where this one stopped"
            + next,
        failure.map(ErrorReport::of).map(ErrorReport::exitCode).orElse(ExitCode.INTERRUPTED));
  }
}
