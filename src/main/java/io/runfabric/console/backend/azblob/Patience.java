package io.runfabric.console.backend.azblob;

import java.time.Duration;

/// How long Azure is waited for.
///
/// @param connect until a connection stands
/// @param silence until an answer begins, and between two pieces of it
/// @param call for one call with all its attempts
/// @param attempts how often a call is tried, with the SDK's back-off in between
public record Patience(Duration connect, Duration silence, Duration call, int attempts) {

  /// 5 s, 10 s, 60 s; four attempts.
  public static final Patience STANDARD =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), 4);
}
