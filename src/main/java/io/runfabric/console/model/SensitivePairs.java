package io.runfabric.console.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks `"key": value` pairs under sensitive keys in text that may be broken JSON, where no parser
/// helps. It hides rather more than less: a value cut off by the end of the text is hidden too, and
/// a composite value is hidden up to the end of the text.
final class SensitivePairs {

  private static final Pattern PAIR =
      Pattern.compile(
          "(\"((?:[^\"\\\\\\n]|\\\\.){1,200}+)\"\\s*:\\s*)"
              + "(\"(?:[^\"\\\\]|\\\\.)*+\"?|[\\[{].*|[^\\s,}\\]]++)",
          Pattern.DOTALL);

  private SensitivePairs() {}

  static String masked(String text) {
    Matcher pair = PAIR.matcher(text);
    StringBuilder result = new StringBuilder(text.length());
    int from = 0;
    int at = 0;
    while (pair.find(at)) {
      if (Redactor.sensitive(pair.group(2))) {
        result.append(text, from, pair.end(1)).append('"').append(Redactor.MASK).append('"');
        from = pair.end();
        at = pair.end();
      } else {
        // Go on inside the value: it may be an object with sensitive keys of its own.
        at = pair.end(1);
      }
    }
    return result.append(text, from, text.length()).toString();
  }
}
