package io.runfabric.console.operation.remove;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.ShellWords;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.change.PlannedChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Stages whose last deploy is not at its end: their entries may be all that leads to what it
/// created, so they stay until the runbook was followed.
record UnfinishedDeploys(ProjectSession session) {

  /// @throws BackendException with [Code#CONFLICT] when a change concerns such a stage
  void refuse(List<PlannedChange> changes, Cancellation cancellation) throws BackendException {
    Set<String> stages = changes.stream().map(PlannedChange::stage).collect(Collectors.toSet());
    String service = session.project().service();
    for (Journal journal : session.journals(StateFilter.PROJECT, cancellation)) {
      boolean ours = journal.service().isEmpty() || journal.service().equals(service);
      boolean unreadable = journal.health() instanceof Health.Unreadable;
      if (ours && stages.contains(journal.stage()) && (journal.unfinished() || unreadable)) {
        throw new BackendException(
            Code.CONFLICT,
            "stage "
                + journal.stage()
                + (unreadable
                    ? " has a journal that does not load, so nobody knows how its last deploy ended"
                    : " has a journal that is "
                        + journal.status()
                        + ": its deploy is not at its end")
                + "; nothing was removed",
            "follow the runbook first: runfabric-console "
                + ShellWords.line(List.of("recover", "--stage", journal.stage())));
      }
    }
  }
}
