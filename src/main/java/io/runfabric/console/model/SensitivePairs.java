package io.runfabric.console.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks `"key": value` pairs under sensitive keys in text that may be broken JSON, where no parser
/// helps. It hides rather more than less: a value cut off by the end of the text is hidden too, and
/// a composite value is hidden up to the end of the text. Time grows with the text's length.
final class SensitivePairs {

  private static final SensitivePairs IN_A_DOCUMENT =
      new SensitivePairs(
          "\"((?:[^\"\\\\\\n]|\\\\.){1,200}+)\"\\s*:\\s*",
          "\"(?:[^\"\\\\]|\\\\.)*+\"?|[\\[{].*|[^\\s,}\\]]++",
          "\"" + Redactor.MASK + "\"");

  /// JSON within a text of the document, its quotes escaped; hidden up to that text's end.
  private static final SensitivePairs WITHIN_A_TEXT =
      new SensitivePairs(
          "(?<!\\\\)\\\\++\"([^\"\\\\\\n]{1,200}+)\\\\++\"\\s*:\\s*",
          "(?:[^\"\\\\]|\\\\.)++",
          Redactor.MASK);

  private final Pattern keys;
  private final Pattern values;
  private final String mask;

  private SensitivePairs(String keys, String values, String mask) {
    this.keys = Pattern.compile(keys, Pattern.DOTALL);
    this.values = Pattern.compile(values, Pattern.DOTALL);
    this.mask = mask;
  }

  static String masked(String text) {
    String seen = IN_A_DOCUMENT.hidden(text);
    return seen.indexOf('\\') < 0 ? seen : WITHIN_A_TEXT.hidden(seen);
  }

  // After a harmless key it goes on inside the value, which may have sensitive keys of its own; so
  // it does after the first quote of a bare value, with which the next key may begin.
  private String hidden(String text) {
    Matcher key = keys.matcher(text);
    Matcher value = values.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    int at = 0;
    while (key.find(at)) {
      at = key.end();
      if (at >= from
          && Redactor.sensitive(key.group(1))
          && value.region(at, text.length()).lookingAt()) {
        result.append(text, from, at).append(mask);
        from = value.end();
        int quote = text.indexOf('"', at);
        at = quote > at && quote < from ? quote : from;
      }
    }
    return result.append(text, from, text.length()).toString();
  }
}
