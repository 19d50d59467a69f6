package io.runfabric.console.cli.command;

import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.Terminal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `render`: pictures of every view.
@Command(
    name = "render",
    description = "Draw every view of the window as PNG (1440 x 900, light and dark).",
    footer = {"%nExamples:", "  runfabric-console render pictures -c my-api/runfabric.yml"})
final class Render extends HeadlessCommand {

  private final WindowFace window;

  @Parameters(paramLabel = "DIR", description = "The folder for the pictures.")
  private @Nullable Path directory;

  Render(Terminal terminal, WindowFace window) {
    super(terminal);
    this.window = window;
  }

  @Override
  int answer() {
    if (directory == null) {
      throw new IllegalStateException("a required parameter is set");
    }
    return window.render(
        terminal().workingDirectory().resolve(directory),
        project().request(terminal()),
        project().backendOptions(terminal()),
        terminal().err());
  }
}
