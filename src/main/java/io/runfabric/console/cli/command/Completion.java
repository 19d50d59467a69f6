package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
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
      "  source <(runfabric-console completion zsh)"
    })
final class Completion implements Callable<Integer> {

  enum Shell {
    bash,
    zsh
  }

  private final Terminal terminal;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private @Nullable Shell shell;

  @Spec private @Nullable CommandSpec spec;

  Completion(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("a command runs with its specification set");
    }
    if (shell == Shell.zsh) {
      terminal.out().println("autoload -U +X compinit && compinit");
      terminal.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    var root = spec.root().commandLine();
    terminal.out().println(AutoComplete.bash(root.getCommandName(), root));
    terminal.out().flush();
    return 0;
  }
}
