package io.runfabric.console.cli.manual;

import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/// The shells that complete this program's commands.
public enum Shell {
  bash("bash-completion/completions/runfabric-console") {
    @Override
    public String script(CommandLine root) {
      return AutoComplete.bash(root.getCommandName(), root) + "\n";
    }
  },
  zsh("zsh/site-functions/_runfabric-console") {
    @Override
    public String script(CommandLine root) {
      return new ZshCompletion(root.getCommandSpec()).script();
    }
  },
  fish("fish/vendor_completions.d/runfabric-console.fish") {
    @Override
    public String script(CommandLine root) {
      return new FishCompletion(root.getCommandSpec()).script();
    }
  };

  private final String place;

  Shell(String place) {
    this.place = place;
  }

  /// What the shell reads to complete the commands of that tree.
  public abstract String script(CommandLine root);

  /// Where below a `share` folder the shell looks for it.
  public Path place() {
    return Path.of(place);
  }
}
