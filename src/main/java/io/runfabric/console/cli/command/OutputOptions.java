package io.runfabric.console.cli.command;

import io.runfabric.console.cli.output.Terminal;
import io.runfabric.console.model.Redactor;
import picocli.CommandLine.Option;

/// How to answer.
public final class OutputOptions {

  /// When to colour.
  enum Colour {
    auto,
    always,
    never
  }

  @Option(names = "--json", description = "Print one JSON document on standard output.")
  private boolean json;

  @Option(
      names = "--show-secrets",
      description = "Show values that are hidden otherwise. Mind who sees the screen.")
  private boolean showSecrets;

  @Option(names = "--verbose", description = "Print stack traces of failures.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never (default: ${DEFAULT-VALUE}); auto honours NO_COLOR.")
  private Colour colour = Colour.auto;

  @Option(
      names = {"--non-interactive", "-y", "--yes"},
      hidden = true,
      description = "Accepted for compatibility with the engine: these commands never ask.")
  void neverAsks(boolean unused) {}

  public boolean json() {
    return json;
  }

  public boolean verbose() {
    return verbose;
  }

  Redactor redactor() {
    return showSecrets ? Redactor.revealing() : Redactor.masking();
  }

  public boolean coloured(Terminal terminal) {
    return switch (colour) {
      case always -> true;
      case never -> false;
      case auto -> terminal.coloured();
    };
  }
}
