package io.runfabric.console.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Why a stage is held, and for how long.
final class HoldOptions {

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Shown to whoever meets the lock.")
  private String reason = "";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description = {
        "How long, such as 2h or 90m, at most 30d; the command returns at once.",
        "Without it the command stays and renews the lock until Ctrl-C or lock release."
      })
  private @Nullable Duration time;

  String reason() {
    return reason;
  }

  Optional<Duration> time() {
    return Optional.ofNullable(time);
  }
}
