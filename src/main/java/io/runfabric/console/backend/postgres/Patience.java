package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.SilenceLimit;
import java.time.Duration;
import java.util.Map;

/// How long a server is waited for; whole seconds.
///
/// @param connect until a connection stands; a connection string may say otherwise
/// @param silence between two pieces of an answer
/// @param rowLock until another transaction lets go of a row that is to be written
/// @param pause until the server ends a writing transaction whose client does nothing, so that a
///   writer that hangs does not hold up everybody else
record Patience(Duration connect, Duration silence, Duration rowLock, Duration pause) {

  /// 5 s, 30 s, 10 s, 30 s.
  static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  /// The standard, or what follows from the [SilenceLimit].
  static Patience of(Map<String, String> environment) {
    return SilenceLimit.of(environment)
        .map(silence ->
            new Patience(
                least(STANDARD.connect(), silence),
                silence,
                least(STANDARD.rowLock(), silence),
                STANDARD.pause()))
        .orElse(STANDARD);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
