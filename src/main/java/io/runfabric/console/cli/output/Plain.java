package io.runfabric.console.cli.output;

/// Makes stored text safe for a terminal: characters that would move the cursor, change colours or
/// turn the reading direction are shown as `\\u001b` instead.
public final class Plain {

  private Plain() {}

  public static String text(String stored) {
    if (stored.chars().noneMatch(Plain::acts)) {
      return stored;
    }
    StringBuilder safe = new StringBuilder(stored.length() + 16);
    stored
        .chars()
        .forEach(c -> {
          if (acts(c)) {
            safe.append("\\u%04x".formatted(c));
          } else {
            safe.append((char) c);
          }
        });
    return safe.toString();
  }

  /// As [#text], keeping line breaks and tabs.
  public static String lines(String stored) {
    StringBuilder safe = new StringBuilder(stored.length());
    for (int i = 0; i < stored.length(); i++) {
      char c = stored.charAt(i);
      if (c == '\n' || c == '\t') {
        safe.append(c);
      } else if (acts(c)) {
        safe.append("\\u%04x".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean acts(int c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0xfeff;
  }
}
