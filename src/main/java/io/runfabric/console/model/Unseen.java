package io.runfabric.console.model;

import java.util.function.IntPredicate;

/// Characters that a reader does not see, or that do something instead: they move the cursor,
/// change colours, turn the reading direction or hide between letters. Stored text may hold any of
/// them.
public final class Unseen {

  private Unseen() {}

  /// Whether a code point is one of them, or half of one.
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// Whether a text has any.
  public static boolean in(String text) {
    return text.codePoints().anyMatch(Unseen::is);
  }

  /// The text with each of them written by its number, as in `\\u001b`.
  public static String shown(String text) {
    return shown(text, "");
  }

  /// As [#shown(String)], keeping line breaks and tabs.
  public static String lines(String text) {
    return shown(text, "\n\t");
  }

  /// As [#shown(String)], keeping these.
  public static String shown(String text, String kept) {
    return numbered(text, c -> is(c) && kept.indexOf(c) < 0);
  }

  /// The text with some of its code points written by their numbers.
  public static String numbered(String text, IntPredicate which) {
    if (text.codePoints().noneMatch(which)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          if (which.test(c)) {
            shown.append(number(c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }

  /// A code point by its number, as in JSON.
  public static String number(int codePoint) {
    StringBuilder number = new StringBuilder();
    for (char unit : Character.toChars(codePoint)) {
      number.append("\\u%04x".formatted((int) unit));
    }
    return number.toString();
  }
}
