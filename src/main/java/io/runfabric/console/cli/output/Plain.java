package io.runfabric.console.cli.output;

import io.runfabric.console.model.Unseen;

/// Makes stored text safe for a terminal: characters that would move the cursor, change colours or
/// turn the reading direction are shown as `\\u001b` instead.
public final class Plain {

  private Plain() {}

  public static String text(String stored) {
    return Unseen.shown(stored);
  }

  /// As [#text], keeping line breaks and tabs.
  public static String lines(String stored) {
    return Unseen.lines(stored);
  }
}
