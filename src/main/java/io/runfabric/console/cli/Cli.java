package io.runfabric.console.cli;

import io.runfabric.console.cli.command.CommandNames;
import io.runfabric.console.cli.command.Commands;
import io.runfabric.console.cli.command.HeadlessCommand;
import io.runfabric.console.cli.output.ErrorReport;
import io.runfabric.console.cli.output.ExitCode;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.Redactor;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs a command line and returns its exit code. Whatever goes wrong is told in words: on standard
/// error, or in the JSON envelope where `--json` was asked for.
public final class Cli {

  private Cli() {}

  public static int run(List<String> arguments, Terminal terminal, WindowFace window) {
    return run("runfabric-console", arguments, terminal, window);
  }

  /// @param program what the program was called by, for its help
  public static int run(
      String program, List<String> arguments, Terminal terminal, WindowFace window) {
    List<String> words = withCommand(arguments, terminal);
    CommandLine root = Commands.tree(words, terminal, window);
    root.setCommandName(program);
    root.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    root.setParameterExceptionHandler((e, args) -> usage(e, args, terminal));
    root.setExecutionExceptionHandler((e, line, parsed) -> failure(e, line, terminal));
    return root.execute(words.toArray(String[]::new));
  }

  // No arguments, a path in place of a command, or how to open, mean `open`.
  private static List<String> withCommand(List<String> arguments, Terminal terminal) {
    boolean names =
        !arguments.isEmpty()
            && !arguments.getFirst().equals("--read-only")
            && (arguments.getFirst().startsWith("-")
                || Commands.begins(arguments.getFirst())
                || !isProject(arguments.getFirst(), terminal));
    if (names) {
      return arguments;
    }
    List<String> opening = new ArrayList<>(List.of("open"));
    opening.addAll(arguments);
    return opening;
  }

  private static boolean isProject(String argument, Terminal terminal) {
    if (argument.endsWith(".yml") || argument.endsWith(".yaml")) {
      return true;
    }
    try {
      return Files.exists(terminal.workingDirectory().resolve(argument));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private static int usage(ParameterException e, String[] arguments, Terminal terminal) {
    CommandLine line = e.getCommandLine();
    String command = CommandNames.of(line.getCommandSpec());
    String message = e.getMessage() == null ? "the command line is not valid" : e.getMessage();
    List<String> nearest =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String program = line.getCommandSpec().root().name();
    String help = "see " + program + " " + (command.isEmpty() ? "" : command + " ") + "--help";
    String hint =
        nearest.isEmpty() ? help : "did you mean " + String.join(" or ", nearest) + "? " + help;
    return ErrorReport.of("USAGE", message, hint, ExitCode.USAGE)
        .print(terminal, command, Arrays.asList(arguments).contains("--json"), terminal.coloured());
  }

  private static int failure(Exception e, CommandLine line, Terminal terminal) {
    boolean json = false;
    boolean coloured = terminal.coloured();
    if (line.getCommand() instanceof HeadlessCommand command) {
      json = command.output().json();
      coloured = command.output().coloured(terminal);
      if (command.output().verbose()) {
        terminal.err().print(Plain.lines(Redactor.masking().trace(e)));
      }
    }
    return ErrorReport.of(e)
        .print(terminal, CommandNames.of(line.getCommandSpec()), json, coloured);
  }
}
