package io.runfabric.console;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.config.ProjectRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// Leads from a command to the window.
final class WindowAdapter {

  private WindowAdapter() {}

  static int open(Optional<ProjectRequest> request, BackendOptions options) {
    return 1;
  }

  static int render(Path output, ProjectRequest request, BackendOptions options, PrintStream log) {
    return 1;
  }
}
