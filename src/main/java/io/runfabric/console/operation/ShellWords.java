package io.runfabric.console.operation;

import io.runfabric.console.model.Unseen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a command so that a shell reads exactly these words: any that follows POSIX; where a word
/// holds what is not seen, one that knows `$'…'` (POSIX.1-2024; bash, zsh, ksh). A terminal would
/// act on such a character before a shell sees it, quoted or not.
public final class ShellWords {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*");

  private ShellWords() {}

  /// One line: the words, quoted where they need it.
  public static String line(List<String> words) {
    return words.stream().map(ShellWords::word).collect(Collectors.joining(" "));
  }

  /// The words of a line that [#line(List)] wrote.
  public static List<String> split(String line) {
    return new ShellSplit(line).words();
  }

  private static String word(String word) {
    if (Unseen.in(word)) {
      return "$'" + escaped(word) + "'";
    }
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  // In octal, which ends after three digits whatever follows, and means bytes in every locale.
  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder();
    word.codePoints()
        .forEach(c -> {
          String one = Character.toString(c);
          if (c == '\'' || c == '\\') {
            escaped.append('\\').append(one);
          } else if (Unseen.is(c)) {
            for (byte b : one.getBytes(StandardCharsets.UTF_8)) {
              escaped.append("\\%03o".formatted(b & 0xff));
            }
          } else {
            escaped.append(one);
          }
        });
    return escaped.toString();
  }
}
