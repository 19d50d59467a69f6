package io.runfabric.console.backend.remote;

import java.time.Duration;

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
}
