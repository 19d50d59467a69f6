package io.runfabric.console;

import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.cli.Cli;
import io.runfabric.console.cli.WindowFace;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Terminal;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Picks the face: no arguments, or a path to a runfabric.yml, opens the window; a command runs
/// headless and loads no class of the window.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    run("runfabric-console", List.of(args), WindowAdapter::new);
  }

  /// Runs a command line and ends the program with its exit code, unless all is well.
  static void run(
      String program, List<String> arguments, Function<Interruption, WindowFace> window) {
    // The JDK's other console edits lines, which nobody needs here, and takes long to load.
    if (System.getProperty("jdk.console") == null) {
      System.setProperty("jdk.console", "java.base");
    }
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    boolean interactive = console.isPresent();
    Output answer = new Output(new FileOutputStream(FileDescriptor.out));
    PrintStream out = stream(answer, !interactive);
    PrintStream err = stream(new FileOutputStream(FileDescriptor.err), false);
    Interruption interruption = Interruption.watched();
    Terminal terminal =
        new Terminal(
            out,
            err,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC(),
            interactive,
            new Asking(console, interruption),
            interruption.cancellation());
    int exitCode = Cli.run(program, arguments, terminal, window.apply(interruption));
    out.flush();
    Optional<IOException> lost = answer.lost();
    if (lost.isPresent()) {
      err.println("error: the answer could not be written: " + DiskFailure.of(lost.get()).reason());
      exitCode = exitCode == ExitCode.DONE ? ExitCode.FAILED : exitCode;
    }
    err.flush();
    interruption.ended();
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private record Asking(Optional<Console> console, Interruption interruption)
      implements Terminal.Questions {

    @Override
    public Optional<String> ask(String question) {
      return interruption.idle(
          () -> console.flatMap(asked -> Optional.ofNullable(asked.readLine("%s", question))));
    }

    @Override
    public Optional<char[]> askSecretly(String question) {
      return interruption.idle(
          () -> console.flatMap(asked -> Optional.ofNullable(asked.readPassword("%s", question))));
    }
  }

  private static PrintStream stream(OutputStream target, boolean buffered) {
    return new PrintStream(
        new java.io.BufferedOutputStream(target, 1 << 16), !buffered, StandardCharsets.UTF_8);
  }
}
