package io.runfabric.console.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Changes of a text, each at its place in the text as it was.
final class TextEdits {

  private record Edit(int from, int to, String text) {}

  private final String before;
  private final List<Edit> edits = new ArrayList<>();

  TextEdits(String before) {
    this.before = before;
  }

  /// Puts text in the place of what is from one offset to another.
  void replace(int from, int to, String text) {
    edits.add(new Edit(from, to, text));
  }

  /// Puts text at an offset, after what was put there before.
  void insert(int at, String text) {
    replace(at, at, text);
  }

  String applied() {
    StringBuilder after = new StringBuilder(before);
    List<Edit> backwards = new ArrayList<>(edits.reversed());
    backwards.sort(Comparator.comparingInt(Edit::from).reversed());
    for (Edit edit : backwards) {
      after.replace(edit.from(), edit.to(), edit.text());
    }
    return after.toString();
  }

  /// Where the line that holds an offset starts.
  int lineStart(int offset) {
    return before.lastIndexOf('\n', offset - 1) + 1;
  }

  /// Where the line after the one that holds an offset starts; the end of the text when it is the
  /// last one.
  int nextLine(int offset) {
    int end = before.indexOf('\n', offset);
    return end < 0 ? before.length() : end + 1;
  }

  /// How lines end in this text.
  String lineBreak() {
    int first = before.indexOf('\n');
    return first > 0 && before.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /// Puts whole lines after the line that holds an offset.
  void insertAfterLine(int offset, String lines) {
    int at = nextLine(offset);
    boolean open = at == before.length() && !before.endsWith("\n");
    // The last line of a text that ends without a break keeps ending without one.
    insert(
        at, open ? lineBreak() + lines.substring(0, lines.length() - lineBreak().length()) : lines);
  }
}
