package io.runfabric.console.cli;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// The window, as commands that open it see it.
public interface WindowFace {

  /// Opens the window and waits until it is closed.
  ///
  /// @param request the project to open; without one the window shows the recent projects
  /// @param readOnly whether the window starts in read-only mode
  /// @return the exit code
  int open(Optional<ProjectRequest> request, BackendOptions options, boolean readOnly);

  /// Draws every view of a project into a folder as PNG, without a display.
  ///
  /// @return the exit code
  int render(Path output, ProjectRequest request, BackendOptions options, PrintStream log);
}
