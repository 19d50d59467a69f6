package io.runfabric.console.cli.command;

import io.runfabric.console.cli.manual.ManualPage;
import io.runfabric.console.cli.manual.Shell;
import io.runfabric.console.cli.output.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `manual`: the manual page, and with `--share` the files of an installation.
@Command(
    name = "manual",
    description = "Print the manual page, for man.",
    footer = {
      "%nExamples:",
      "  runfabric-console manual | man -l -",
      "  runfabric-console manual --share ~/.local/share"
    })
final class Manual implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--share",
      paramLabel = "DIR",
      description =
          "Write it, and the completion scripts of all shells, below this folder, where man and the"
              + " shells look for them.")
  private @Nullable Path share;

  @Spec private @Nullable CommandSpec spec;

  Manual(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("a command runs with its specification set");
    }
    CommandLine root = spec.root().commandLine();
    String page = new ManualPage(root).text();
    if (share == null) {
      terminal.out().print(page);
      terminal.out().flush();
      return 0;
    }
    Path folder = terminal.workingDirectory().resolve(share);
    write(folder.resolve("man/man1/runfabric-console.1"), page);
    for (Shell shell : Shell.values()) {
      write(folder.resolve(shell.place()), shell.script(root));
    }
    return 0;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
