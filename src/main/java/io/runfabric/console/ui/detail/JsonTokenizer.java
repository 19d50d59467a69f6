package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.JsonToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts one line of JSON, or of something that was meant to be JSON, into coloured stretches. Every
/// character is in exactly one of them. A string does not go on over a line's end, so that one
/// missing quote does not colour the rest of a document.
public final class JsonTokenizer {

  private static final Set<String> LITERALS = Set.of("true", "false", "null");

  private final String line;
  private final List<JsonToken> tokens = new ArrayList<>();
  private int at;

  private JsonTokenizer(String line) {
    this.line = line;
  }

  /// @param insideString whether the line starts within a string, being a piece of a longer one
  public static List<JsonToken> tokens(String line, boolean insideString) {
    return new JsonTokenizer(line).run(insideString);
  }

  /// Whether a string is open where the piece of a line ends.
  static boolean endsInsideString(String piece, boolean insideString) {
    boolean inside = insideString;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '"') {
        inside = !inside;
      } else if (c == '\\' && inside) {
        i++;
      }
    }
    return inside;
  }

  private List<JsonToken> run(boolean insideString) {
    if (insideString) {
      string(0, 0);
    }
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '"') {
        string(at, at + 1);
      } else if (Character.isWhitespace(c)) {
        stretch(Kind.SPACE, Character::isWhitespace);
      } else if ("{}[],:".indexOf(c) >= 0) {
        add(Kind.PUNCTUATION, at + 1);
      } else if (c == '-' || (c >= '0' && c <= '9')) {
        stretch(Kind.NUMBER, JsonTokenizer::partOfNumber);
      } else if (Character.isLetter(c)) {
        word();
      } else {
        add(Kind.OTHER, at + Character.charCount(line.codePointAt(at)));
      }
    }
    return List.copyOf(tokens);
  }

  private void string(int start, int firstInside) {
    int end = firstInside;
    while (end < line.length() && line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end + 1, line.length());
    at = start;
    add(followedByColon(end) ? Kind.KEY : Kind.STRING, end);
  }

  private boolean followedByColon(int from) {
    for (int i = from; i < line.length(); i++) {
      if (!Character.isWhitespace(line.charAt(i))) {
        return line.charAt(i) == ':';
      }
    }
    return false;
  }

  private void word() {
    int end = at;
    while (end < line.length() && Character.isLetter(line.charAt(end))) {
      end++;
    }
    add(LITERALS.contains(line.substring(at, end)) ? Kind.LITERAL : Kind.OTHER, end);
  }

  private void stretch(Kind kind, CharTest test) {
    int end = at;
    while (end < line.length() && test.holds(line.charAt(end))) {
      end++;
    }
    add(kind, end);
  }

  private void add(Kind kind, int end) {
    if (end > at) {
      tokens.add(new JsonToken(kind, at, end));
      at = end;
    }
  }

  private static boolean partOfNumber(char c) {
    return (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0;
  }

  private interface CharTest {
    boolean holds(char c);
  }
}
