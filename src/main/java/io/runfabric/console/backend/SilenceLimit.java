package io.runfabric.console.backend;

import io.runfabric.console.backend.BackendException.Code;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a backend elsewhere may say nothing before it counts as unreachable:
/// `RUNFABRIC_CONSOLE_TIMEOUT`, in whole seconds (1 to 600). Unless it is set, each kind has a
/// patience of its own.
public final class SilenceLimit {

  private static final String VARIABLE = "RUNFABRIC_CONSOLE_TIMEOUT";
  private static final int MOST = 600;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  private SilenceLimit() {}

  /// Empty when the variable is not set, or holds what [#check] refuses.
  public static Optional<Duration> of(Map<String, String> environment) {
    String text = text(environment);
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    int seconds = Integer.parseInt(text);
    return seconds >= 1 && seconds <= MOST
        ? Optional.of(Duration.ofSeconds(seconds))
        : Optional.empty();
  }

  /// @throws BackendException with [Code#INVALID] when the variable holds no such number
  public static void check(Map<String, String> environment) throws BackendException {
    if (!text(environment).isEmpty() && of(environment).isEmpty()) {
      throw new BackendException(
          Code.INVALID,
          VARIABLE + " is no whole number from 1 to " + MOST,
          "unset it, or set it to the seconds that a backend may say nothing");
    }
  }

  private static String text(Map<String, String> environment) {
    return environment.getOrDefault(VARIABLE, "").strip();
  }
}
