package io.runfabric.console.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;

/// A command that answers on a project's state. What it prints as JSON and as text stand beside
/// each other.
abstract class SessionCommand extends HeadlessCommand {

  SessionCommand(Terminal terminal) {
    super(terminal);
  }

  /// Writes the fields of the JSON result.
  abstract void json(ProjectSession session, JsonGenerator json) throws Exception;

  /// Prints the answer for people.
  abstract void text(ProjectSession session) throws Exception;

  @Override
  final int answer() throws Exception {
    try (ProjectSession session =
        ProjectSession.open(project().request(terminal()), project().backendOptions(terminal()))) {
      if (output().json()) {
        print(json -> json(session, json));
      } else {
        session.warnings().forEach(this::warn);
        text(session);
      }
      return ExitCode.DONE;
    }
  }
}
