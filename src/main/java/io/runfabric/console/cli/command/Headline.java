package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.operation.ProjectSession;

/// The line above a listing: which project, kept where.
final class Headline {

  private Headline() {}

  static void print(ProjectSession session, Terminal terminal, boolean coloured) {
    terminal
        .out()
        .println(
            Style.HEADING.paint(Plain.text(session.project().service()), coloured)
                + "  "
                + Plain.text(
                    session.backend().kind().word() + "  " + session.backend().location()));
    terminal.out().println();
  }
}
