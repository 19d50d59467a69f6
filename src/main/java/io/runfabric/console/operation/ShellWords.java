package io.runfabric.console.operation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a command so that a POSIX shell reads exactly these words.
public final class ShellWords {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*");

  private ShellWords() {}

  /// One line: the words, quoted where they need it.
  public static String line(List<String> words) {
    return words.stream().map(ShellWords::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
