package io.runfabric.console;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.config.ProjectRequest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The door of `runfabric-state`, the installed program's launcher for scripts and terminals: no
/// window opens from here, and without a command it tells which there are.
public final class HeadlessMain {

  private HeadlessMain() {}

  public static void main(String[] args) {
    List<String> arguments = args.length == 0 ? List.of("--help") : List.of(args);
    Main.run(
        "runfabric-state",
        arguments,
        interruption -> new NoWindow(new WindowAdapter(interruption)));
  }

  private record NoWindow(WindowFace window) implements WindowFace {

    @Override
    public int open(Optional<ProjectRequest> request, BackendOptions options, boolean readOnly) {
      System.err.println(
          "runfabric-state opens no window; runfabric-console does, and --no-window prints the"
              + " overview");
      return ExitCode.USAGE;
    }

    @Override
    public int render(
        Path output, ProjectRequest request, BackendOptions options, PrintStream log) {
      return window.render(output, request, options, log);
    }
  }
}
