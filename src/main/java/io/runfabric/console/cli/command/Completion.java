package io.runfabric.console.cli.command;

import io.runfabric.console.cli.manual.Shell;
import io.runfabric.console.cli.output.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `completion`: the shell's completion script.
@Command(
    name = "completion",
    description = "Print a completion script for a shell.",
    footer = {
      "%nExamples:",
      "  source <(runfabric-console completion bash)",
      "  source <(runfabric-console completion zsh)",
      "  runfabric-console completion fish | source"
    })
final class Completion implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private @Nullable Shell shell;

  @Spec private @Nullable CommandSpec spec;

  Completion(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (spec == null || shell == null) {
      throw new IllegalStateException("a command runs with its specification and parameters set");
    }
    terminal.out().print(shell.script(spec.root().commandLine()));
    terminal.out().flush();
    return 0;
  }
}
