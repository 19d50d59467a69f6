package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.JsonEnvelope;
import io.runfabric.console.cli.output.Plain;
import io.runfabric.console.cli.output.Style;
import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.config.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that answers on a project, as JSON or as text.
public abstract class HeadlessCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private ProjectOptions project = new ProjectOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  HeadlessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Prints the answer and returns the exit code.
  abstract int answer() throws Exception;

  @Override
  public final Integer call() throws Exception {
    int exitCode = answer();
    terminal.out().flush();
    return exitCode;
  }

  /// Prints a JSON result under this command's name.
  final void print(JsonEnvelope.Result result) throws Exception {
    JsonEnvelope.result(terminal.out(), name(), result);
  }

  public final OutputOptions output() {
    return output;
  }

  final Terminal terminal() {
    return terminal;
  }

  final ProjectOptions project() {
    return project;
  }

  final boolean coloured() {
    return output.coloured(terminal);
  }

  /// The arguments of the command line this command is run by.
  final List<String> arguments() {
    return spec().root().commandLine().getParseResult().originalArgs();
  }

  /// Takes another command line of the same command in place of the one it was called by.
  final void calledBy(List<String> arguments) {
    var _ = spec().root().commandLine().parseArgs(arguments.toArray(String[]::new));
  }

  /// A line of the answer.
  final void say(String line) {
    terminal.out().println(Plain.text(line));
  }

  /// A line on standard error.
  final void note(String line) {
    terminal.err().println(Plain.text(line));
  }

  final void warn(Problem warning) {
    terminal
        .err()
        .println(Style.WARNING.paint("warning: ", coloured()) + Plain.text(warning.sentence()));
  }

  final String name() {
    return CommandNames.of(spec());
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("a command runs with its specification set");
    }
    return spec;
  }
}
