package io.runfabric.console.provider.rest;

import io.runfabric.console.backend.BackendException;
import java.util.Map;

/// What a request proves with who asks. Safe for use by several threads.
@FunctionalInterface
public interface Login {

  /// The headers to send. May block, also on the network; is interrupted when nobody waits any
  /// more.
  ///
  /// @throws BackendException when no token can be had
  Map<String, String> headers() throws BackendException;

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
