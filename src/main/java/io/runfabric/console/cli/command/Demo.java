package io.runfabric.console.cli.command;

import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.sample.SampleProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `demo`: the sample project, written afresh and opened.
@Command(
    name = "demo",
    description = "Write the sample project afresh and open the window on it.",
    footer = {
      "%nExamples:",
      "  runfabric-console demo",
      "  runfabric-console demo /tmp/sample --no-window"
    })
final class Demo extends WindowCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "A new or empty folder for it (default: a temporary folder).")
  private @Nullable Path directory;

  Demo(Terminal terminal, WindowFace window) {
    super(terminal, window);
  }

  @Override
  int answer() throws Exception {
    Path folder =
        directory == null
            ? Files.createTempDirectory("runfabric-sample-")
            : terminal().workingDirectory().resolve(directory);
    Path config = SampleProject.write(folder, terminal().clock());
    note("The sample project is in " + config.getParent());
    ProjectRequest sample =
        new ProjectRequest(
            config,
            terminal().workingDirectory(),
            project().stage(),
            Optional.empty(),
            terminal().environment());
    return show(sample, project().backendOptions(terminal()));
  }
}
