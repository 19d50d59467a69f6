package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/// `lock hold`: keeps a stage locked across several steps.
@Command(
    name = "hold",
    description = "Keep a stage locked for maintenance: nobody deploys it meanwhile.",
    footer = {
      "%nExit codes: 0 held, or released; 5 somebody else holds the stage; 6 the lock was lost;",
      "130 Ctrl-C, and the lock was given back.",
      "%nExamples:",
      "  runfabric-console lock hold --stage prod --reason 'moving the database'",
      "  runfabric-console lock hold --stage prod --reason 'moving the database' --for 2h",
      "  runfabric-console lock release --stage prod"
    })
final class LockHold extends HeadlessCommand {

  @ArgGroup(exclusive = false, multiplicity = "1")
  private HoldOptions hold = new HoldOptions();

  LockHold(Terminal terminal) {
    super(terminal);
  }

  @Override
  int answer() throws Exception {
    try (ProjectSession session =
        ProjectSession.open(project().request(terminal()), project().backendOptions(terminal()))) {
      session.warnings().forEach(this::warn);
      return new Holding(this, session).run(session.project().service(), hold, false);
    }
  }
}
