package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.unlock.UnlockPlan;
import io.runfabric.console.operation.unlock.UnlockScope;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `state force-unlock`: removes locks, also ones that hold.
@Command(
    name = "force-unlock",
    aliases = "unlock",
    description = {
      "Remove the locks of a stage after showing who holds them, and say whether it is free then.",
      "Where somebody works under a lock, or may do so in production, you type the stage's name;"
          + " a script says --yes and --lock-id. For a lock that is evidently abandoned --yes is"
          + " enough."
    },
    footer = {
      "%nExit codes: 0 free, 3 a dry run found locks, 5 somebody holds the stage, or a lock"
          + " changed",
      "after it was shown.",
      "%nExamples:",
      "  runfabric-console state force-unlock --stage dev",
      "  runfabric-console state force-unlock --stage dev --dry-run --show-secrets",
      "  runfabric-console state force-unlock --stage dev --lock-id 5f0c… --yes",
      "  runfabric-console state force-unlock --stale"
    })
final class ForceUnlock extends UnlockCommand {

  @Option(
      names = "--stale",
      description = "Every lock of the project whose lease has ended, of --stage only if given.")
  private boolean stale;

  ForceUnlock(Terminal terminal) {
    super(terminal);
  }

  @Override
  UnlockScope scope(String ofService, String activeStage, Set<String> withIds) {
    Optional<String> stage = stale ? project().stage() : Optional.of(activeStage);
    return new UnlockScope(ofService, stage, stale, withIds);
  }

  @Override
  void require(UnlockPlan plan) {
    // Any lock may be removed by force.
  }
}
