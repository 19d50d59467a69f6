package io.runfabric.console.backend.postgres;

import java.time.Duration;

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
}
