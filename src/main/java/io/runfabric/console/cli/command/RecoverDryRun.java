package io.runfabric.console.cli.command;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.RunbookText;
import io.runfabric.console.cli.output.StateJson;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.recover.Observations;
import io.runfabric.console.operation.recover.Runbook;
import io.runfabric.console.operation.recover.RunbookJson;
import picocli.CommandLine.Command;

/// `recover-dry-run`: the runbook, under the engine's name for it.
@Command(
    name = "recover-dry-run",
    description = "Say what a crashed deploy left behind and what to do about it. Only reads.",
    footer = {
      "%nExit codes: 0 nothing to recover, 3 something to recover.",
      "%nExamples:",
      "  runfabric-console recover-dry-run --stage prod",
      "  runfabric-console recover-dry-run --json | jq -r '.result.situations[].steps[].command'"
    })
final class RecoverDryRun extends HeadlessCommand {

  RecoverDryRun(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    return show(this);
  }

  /// Shows the runbook under a command's name.
  static int show(HeadlessCommand command) throws Exception {
    Terminal terminal = command.terminal();
    try (ProjectSession session =
        ProjectSession.open(
            command.project().request(terminal), command.project().backendOptions(terminal))) {
      Runbook runbook =
          Runbook.of(Observations.of(session, command.project().stage(), Cancellation.never()));
      if (command.output().json()) {
        command.print(json -> {
          RunbookJson.write(json, runbook, command.output().redactor());
          StateJson.warnings(json, session.warnings());
        });
      } else {
        session.warnings().forEach(command::warn);
        Headline.print(session, terminal, command.coloured());
        new RunbookText(terminal.out(), command.coloured(), command.output().redactor())
            .print(runbook);
      }
      return runbook.needsAction() ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
  }
}
