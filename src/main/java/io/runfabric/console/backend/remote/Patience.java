package io.runfabric.console.backend.remote;

import io.runfabric.console.backend.SilenceLimit;
import java.time.Duration;
import java.util.Map;

/// How long a remote store is waited for.
///
/// @param connect until a connection stands
/// @param silence between two pieces of an answer
/// @param call for one call with all its attempts
/// @param attempts how often a call is tried, with the SDK's back-off in between
public record Patience(Duration connect, Duration silence, Duration call, int attempts) {

  /// 5 s, 10 s, 60 s; four attempts.
  public static final Patience STANDARD =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), 4);

  private static final int SILENCES_IN_A_CALL = 6;

  /// The standard, or what follows from the [SilenceLimit].
  public static Patience of(Map<String, String> environment) {
    return SilenceLimit.of(environment)
        .map(silence ->
            new Patience(
                STANDARD.connect().compareTo(silence) < 0 ? STANDARD.connect() : silence,
                silence,
                silence.multipliedBy(SILENCES_IN_A_CALL),
                STANDARD.attempts()))
        .orElse(STANDARD);
  }
}
