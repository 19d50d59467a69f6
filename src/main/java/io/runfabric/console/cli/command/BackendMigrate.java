package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.change.OnConflict;
import io.runfabric.console.operation.migrate.MigrationRequest;
import io.runfabric.console.operation.migrate.Route;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `state backend-migrate`: the engine's spelling of a migration of one stage.
@Command(
    name = "backend-migrate",
    description = {
      "Copy one stage's receipt and journal to another kind of backend.",
      "This is `state migrate -s STAGE --to KIND --include-journals`, as the engine spells it."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console state backend-migrate -s dev --target postgres --dry-run",
      "  runfabric-console state backend-migrate -s dev --target postgres"
    })
final class BackendMigrate extends MigrationCommand {

  @Option(
      names = "--target",
      paramLabel = "KIND",
      required = true,
      completionCandidates = ProjectOptions.BackendWords.class,
      description = "The kind to copy to; runfabric.yml and the environment say where it is.")
  private String target = "";

  BackendMigrate(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    ProjectRequest request = project().request(terminal());
    String stage = ProjectLoader.load(request).project().stage();
    return migrate(
        new Route(
            request.withBackend(Optional.empty()),
            request.backend(),
            Optional.of(target),
            Optional.empty(),
            project().workspace(),
            Optional.empty()),
        new MigrationRequest(
            new StateFilter(Optional.empty(), Optional.of(stage), Optional.empty(), false),
            /* journals= */ true,
            OnConflict.FAIL,
            /* allowPartial= */ false,
            /* keepGoing= */ false,
            /* cutover= */ false),
        arguments());
  }
}
