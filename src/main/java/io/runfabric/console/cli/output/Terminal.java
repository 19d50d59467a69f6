package io.runfabric.console.cli.output;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// Where a command runs: its streams, environment, folder and clock.
///
/// @param interactive whether standard output is a terminal
public record Terminal(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path workingDirectory,
    Clock clock,
    boolean interactive) {

  /// Whether output is coloured unless the user says otherwise: on a terminal that can, when
  /// `NO_COLOR` is not set.
  public boolean coloured() {
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "Terminal[" + workingDirectory + "]";
  }
}
