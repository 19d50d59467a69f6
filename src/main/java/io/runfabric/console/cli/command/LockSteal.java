package io.runfabric.console.cli.command;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockScope;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/// `state lock-steal`: takes over locks whose lease has ended.
@Command(
    name = "lock-steal",
    description = {
      "Take over the locks of a stage whose leases have ended; a lock that holds is never taken.",
      "The stage is free afterwards, unless --reason says why you keep it locked, as with lock"
          + " hold."
    },
    footer = {
      "%nExit codes: 0 taken over, 3 a dry run found locks, 5 somebody holds the stage.",
      "%nExamples:",
      "  runfabric-console state lock-steal --stage dev",
      "  runfabric-console state lock-steal --stage dev --reason 'repairing the receipt' --for 1h"
    })
final class LockSteal extends UnlockCommand {

  @ArgGroup(exclusive = false)
  private @Nullable HoldOptions hold;

  LockSteal(Terminal terminal) {
    super(terminal);
  }

  @Override
  UnlockScope scope(String ofService, String activeStage, Set<String> withIds) {
    return new UnlockScope(ofService, Optional.of(activeStage), false, withIds);
  }

  @Override
  void require(UnlockPlan plan) throws BackendException {
    plan.requireEnded();
  }

  @Override
  int agreedTo(ProjectSession session, UnlockPlan plan) throws Exception {
    return hold == null
        ? super.agreedTo(session, plan)
        : new Holding(this, session).run(plan.scope().service(), hold, true);
  }

  @Override
  int whenFree(ProjectSession session, UnlockPlan plan) throws Exception {
    return hold == null || dryRun()
        ? super.whenFree(session, plan)
        : new Holding(this, session).run(plan.scope().service(), hold, true);
  }
}
