package io.runfabric.console.cli.output;

import io.runfabric.console.backend.Cancellation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// Where a command runs: its streams, environment, folder and clock.
///
/// @param interactive whether standard output is a terminal
/// @param questions whom to ask
/// @param cancellation cancelled when the user wants the command to stop
public record Terminal(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Path workingDirectory,
    Clock clock,
    boolean interactive,
    Questions questions,
    Cancellation cancellation) {

  /// Somebody who can be asked.
  public interface Questions {

    /// The answer, a line without its end; empty when nobody answers.
    Optional<String> ask(String question);

    /// As [#ask], not showing what is typed; empty also where that cannot be. Whoever asked clears
    /// the answer.
    default Optional<char[]> askSecretly(String question) {
      return Optional.empty();
    }

    /// Nobody is there.
    Questions NONE = _ -> Optional.empty();
  }

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
