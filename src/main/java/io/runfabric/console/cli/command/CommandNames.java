package io.runfabric.console.cli.command;

import picocli.CommandLine.Model.CommandSpec;

/// Names of commands without the program's own: `state list`.
public final class CommandNames {

  private CommandNames() {}

  public static String of(CommandSpec spec) {
    String qualified = spec.qualifiedName();
    int blank = qualified.indexOf(' ');
    return blank < 0 ? "" : qualified.substring(blank + 1);
  }
}
