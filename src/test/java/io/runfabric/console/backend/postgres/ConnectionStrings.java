package io.runfabric.console.backend.postgres;

import java.util.Map;

/// Reads connection strings without connecting.
public final class ConnectionStrings {

  private ConnectionStrings() {}

  /// Whether a text is one; what it says otherwise is no concern of the caller.
  public static boolean understood(String text) {
    try {
      var _ = TargetSettings.target(Dsn.keywords(text), Map.of());
      return true;
    } catch (MalformedDsnException e) {
      if (e.reason().isBlank()) {
        throw new IllegalStateException("refused without a word", e);
      }
      return false;
    }
  }
}
