package io.runfabric.console.ui.detail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A document's text, cut into lines for a viewer that shows only those in sight. Very long lines
/// are cut into pieces, so that no single line is slow to show.
public final class JsonText {

  /// Pieces of a line have at most this many characters.
  static final int LONGEST_PIECE = 1_000;

  /// More matches than this are not looked for.
  public static final int MOST_MATCHES = 10_000;

  private final String text;
  private final String folded;
  private final List<Line> lines;
  private final int[] starts;

  /// One line, or a piece of one.
  ///
  /// @param number from 1, as an editor counts; pieces of one line share it
  /// @param first whether the line starts here
  /// @param start index of the first character in the whole text
  /// @param insideString whether the piece starts within a string
  public record Line(int number, boolean first, int start, String text, boolean insideString) {}

  /// An occurrence of what was searched.
  ///
  /// @param line index into [#lines()] of the line it starts on
  /// @param start index of its first character in the whole text
  /// @param end index after its last character in the whole text
  public record Match(int line, int start, int end) {}

  /// Takes time in proportion to the text; call in the background.
  public JsonText(String text) {
    this.text = text;
    this.folded = folded(text);
    this.lines = cut(text);
    this.starts = lines.stream().mapToInt(Line::start).toArray();
  }

  /// The whole text.
  public String text() {
    return text;
  }

  public List<Line> lines() {
    return lines;
  }

  /// The number of the last line.
  public int lineCount() {
    return lines.getLast().number();
  }

  /// How many blanks a line starts with; pieces of one line have the same.
  public int indent(Line line) {
    String start = lines.get(first(line)).text();
    int blanks = 0;
    while (blanks < start.length() && start.charAt(blanks) == ' ') {
      blanks++;
    }
    return blanks;
  }

  private int first(Line piece) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).number() < piece.number()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Where the words occur, without regard to case, first to last; at most [#MOST_MATCHES].
  public List<Match> find(String words) {
    String wanted = folded(words);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    int at = folded.indexOf(wanted);
    while (at >= 0 && matches.size() < MOST_MATCHES) {
      matches.add(new Match(lineAt(at), at, at + wanted.length()));
      at = folded.indexOf(wanted, at + wanted.length());
    }
    return matches;
  }

  private int lineAt(int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  // Letter by letter, because a few words change length with their case; positions would not fit.
  private static String folded(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  private static List<Line> cut(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 1;
    int start = 0;
    while (start <= text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      pieces(text, start, end, number, lines);
      number++;
      start = end + 1;
    }
    return Collections.unmodifiableList(lines);
  }

  private static void pieces(String text, int start, int end, int number, List<Line> lines) {
    boolean insideString = false;
    int at = start;
    do {
      int pieceEnd = pieceEnd(text, at, end);
      String piece = text.substring(at, pieceEnd);
      lines.add(new Line(number, at == start, at, piece, insideString));
      if (pieceEnd < end) {
        insideString = JsonTokenizer.endsInsideString(piece, insideString);
      }
      at = pieceEnd;
    } while (at < end);
  }

  // Not between the two halves of a character, and not between a backslash and what it escapes.
  private static int pieceEnd(String text, int start, int end) {
    if (end - start <= LONGEST_PIECE) {
      return end;
    }
    int cut = start + LONGEST_PIECE;
    boolean splits =
        Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut))
            || backslashesBefore(text, start, cut) % 2 == 1;
    return splits ? cut - 1 : cut;
  }

  private static int backslashesBefore(String text, int start, int end) {
    int first = end;
    while (first > start && text.charAt(first - 1) == '\\') {
      first--;
    }
    return end - first;
  }
}
