package io.runfabric.console;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.app.WindowStarter;
import io.runfabric.console.ui.render.PageRenderer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// Leads from a command to the window. The window's classes are first touched when one of these
/// methods runs.
final class WindowAdapter implements WindowFace {

  private final Interruption interruption;

  WindowAdapter(Interruption interruption) {
    this.interruption = interruption;
  }

  @Override
  public int open(Optional<ProjectRequest> request, BackendOptions options, boolean readOnly) {
    return interruption.idle(() -> WindowStarter.open(request, options, readOnly));
  }

  @Override
  public int render(Path output, ProjectRequest request, BackendOptions options, PrintStream log) {
    return PageRenderer.renderAndExit(output, request, options, log);
  }
}
