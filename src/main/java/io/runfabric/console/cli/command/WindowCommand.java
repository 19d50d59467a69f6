package io.runfabric.console.cli.command;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.Overview;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.util.Optional;
import picocli.CommandLine.Option;

/// A command that opens the window on a project, or prints its overview where there is no display.
abstract class WindowCommand extends HeadlessCommand {

  private final WindowFace window;

  @Option(names = "--no-window", description = "Print the overview instead of opening the window.")
  private boolean noWindow;

  @Option(
      names = "--read-only",
      description = "Open the window in read-only mode, in which nothing can be changed from it.")
  private boolean readOnly;

  WindowCommand(Terminal terminal, WindowFace window) {
    super(terminal);
    this.window = window;
  }

  final int openWindow(Optional<ProjectRequest> request, BackendOptions options) {
    return window.open(request, options, readOnly);
  }

  /// Why the answer is text; empty when the window opens.
  final Optional<String> noWindowBecause() {
    if (noWindow || output().json()) {
      return Optional.of("");
    }
    return Display.missing(terminal().environment());
  }

  final int show(ProjectRequest request, BackendOptions options) throws Exception {
    Optional<String> reason = noWindowBecause();
    if (reason.isEmpty()) {
      return openWindow(Optional.of(request), options);
    }
    if (!reason.get().isEmpty()) {
      note("No window: " + reason.get() + ". Here is the overview as text.");
    }
    try (ProjectSession session = ProjectSession.open(request, options)) {
      Overview overview =
          Overview.of(session, StateFilter.PROJECT, Progress.NONE, terminal().cancellation());
      if (output().json()) {
        print(json -> {
          json.writeStringField("config", session.project().file().toString());
          OverviewPrinting.json(session, overview, json);
        });
      } else {
        session.warnings().forEach(this::warn);
        OverviewPrinting.text(session, overview, this);
      }
    }
    return ExitCode.DONE;
  }
}
