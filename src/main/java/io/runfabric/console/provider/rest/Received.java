package io.runfabric.console.provider.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What came back.
final class Received {

  /// More than any answer that is asked for.
  static final int LARGEST = 8 * 1024 * 1024;

  /// Throttled, overloaded, or a gateway that got no answer in time.
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  private final int status;
  private final byte[] body;
  private final Optional<Duration> retryAfter;

  /// @param body cut off one byte after the largest that is taken
  /// @param retryAfter how long the service asks to wait
  Received(int status, byte[] body, Optional<Duration> retryAfter) {
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  boolean busy() {
    return BUSY.contains(status);
  }

  boolean found() {
    return status / 100 == 2;
  }

  boolean tooLarge() {
    return body.length > LARGEST;
  }
}
