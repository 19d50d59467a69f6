package io.runfabric.console.backend.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// libpq's `key=value` words, separated by white space. A value may stand in single quotes; a
/// backslash takes the next character as it is.
final class DsnWords {

  private static final Pattern KEYWORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  private final String text;
  private int at;

  private DsnWords(String text) {
    this.text = text;
  }

  static boolean isKeyword(String key) {
    return KEYWORD.matcher(key).matches();
  }

  static Map<String, String> keywords(String text) throws MalformedDsnException {
    DsnWords words = new DsnWords(text);
    Map<String, String> keywords = new LinkedHashMap<>();
    words.skipSpace();
    while (words.more()) {
      String key = words.key();
      keywords.put(key, words.value());
      words.skipSpace();
    }
    return keywords;
  }

  private String key() throws MalformedDsnException {
    int start = at;
    while (more() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    String key = text.substring(start, at);
    skipSpace();
    if (!more() || text.charAt(at) != '=' || !isKeyword(key)) {
      throw new MalformedDsnException(
          "is neither a postgres:// URL nor words such as host=… user=… dbname=…");
    }
    at++;
    skipSpace();
    return key;
  }

  private String value() throws MalformedDsnException {
    boolean quoted = more() && text.charAt(at) == '\'';
    if (quoted) {
      at++;
    }
    StringBuilder value = new StringBuilder();
    while (more() && !ends(quoted)) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (quoted) {
      if (!more()) {
        throw new MalformedDsnException("opens a quote and does not close it");
      }
      at++;
    }
    return value.toString();
  }

  private boolean ends(boolean quoted) {
    char next = text.charAt(at);
    return quoted ? next == '\'' : Character.isWhitespace(next);
  }

  private boolean more() {
    return at < text.length();
  }

  private void skipSpace() {
    while (more() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
