package io.runfabric.console.cli.command;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.history.EntryPlace;
import io.runfabric.console.operation.history.EntrySearch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which entry of the active stage.
final class EntryOptions {

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "receipt or record (default: the receipt, or the record where there is none).")
  private @Nullable EntryKind kind;

  @Option(
      names = {"-p", "--provider"},
      paramLabel = "NAME",
      description = "The entry of this provider, where a stage has several.")
  private @Nullable String provider;

  EntryPlace find(ProjectSession session, Cancellation cancellation) throws BackendException {
    return new EntrySearch(
            session.project().stage(), Optional.ofNullable(kind), Optional.ofNullable(provider))
        .in(session, cancellation);
  }
}
