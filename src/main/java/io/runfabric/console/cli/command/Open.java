package io.runfabric.console.cli.command;

import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.CommandException;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.ProjectRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `open`: the window, on a project or on the welcome page.
@Command(
    name = "open",
    description = {
      "Open the window. Without a display, print the project's overview.",
      "A path to a runfabric.yml as the only argument does the same."
    },
    footer = {
      "%nExamples:",
      "  runfabric-console",
      "  runfabric-console my-api/runfabric.yml",
      "  runfabric-console --read-only",
      "  runfabric-console open --stage prod my-api"
    })
final class Open extends WindowCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A runfabric.yml, or the folder of one (default: the one in this folder).")
  private @Nullable Path file;

  Open(Terminal terminal, WindowFace window) {
    super(terminal, window);
  }

  @Override
  int answer() throws Exception {
    ProjectRequest asked = project().request(terminal());
    if (file != null) {
      ProjectRequest named =
          new ProjectRequest(
              file, asked.workingDirectory(), asked.stage(), asked.backend(), asked.environment());
      return show(named, project().backendOptions(terminal()));
    }
    boolean present = Files.exists(terminal().workingDirectory().resolve(asked.typed()));
    if (present) {
      return show(asked, project().backendOptions(terminal()));
    }
    Optional<String> reason = noWindowBecause();
    if (reason.isPresent()) {
      throw CommandException.usage(
          (reason.get().isEmpty() ? "no project was named" : reason.get())
              + " and there is no runfabric.yml in this folder",
          "name one: runfabric-console state list -c my-api/runfabric.yml");
    }
    return openWindow(Optional.empty(), project().backendOptions(terminal()));
  }
}
