package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.ProgressEvents;
import io.runfabric.console.cli.output.ProgressLine;
import io.runfabric.console.cli.output.ProgressOutput;
import io.runfabric.console.cli.output.Terminal;
import picocli.CommandLine.Option;

/// How to show how far a command is.
final class ProgressOptions {

  /// What is shown on standard error.
  enum Form {
    auto,
    json,
    none
  }

  @Option(
      names = "--progress",
      paramLabel = "FORM",
      defaultValue = "auto",
      description =
          "auto, json or none (default: ${DEFAULT-VALUE}): a line on a terminal, or one JSON event"
              + " a line, on standard error.")
  private Form form = Form.auto;

  ProgressOutput open(Terminal terminal) {
    return switch (form) {
      case json -> new ProgressEvents(terminal.err(), System::nanoTime);
      case none -> ProgressOutput.NONE;
      case auto ->
          terminal.interactive()
              ? new ProgressLine(terminal.err(), System::nanoTime)
              : ProgressOutput.NONE;
    };
  }

  /// As [#open], for a command whose rows appear on the terminal as they come: a line would get in
  /// their way.
  ProgressOutput openBesideRows(Terminal terminal) {
    return form == Form.auto ? ProgressOutput.NONE : open(terminal);
  }
}
