package io.runfabric.console.operation.recover;

import java.util.Locale;

/// How soon somebody should act, the least pressing first.
public enum Urgency {
  /// Good to know; nothing has to be done.
  NOTE,
  /// In the way of the next deploy, or a sign of a deploy that went wrong.
  WARNING,
  /// Blocks deploys, or what is deployed is not what is recorded.
  CRITICAL;

  /// As in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
