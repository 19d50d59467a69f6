package io.runfabric.console.operation.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of one text beside the line of another that stands in its place.
///
/// @param left empty when the line is new
/// @param right empty when the line is gone
public record LinePair(Optional<Line> left, Optional<Line> right) {

  /// Longer texts are not searched for lines that moved: that takes time in proportion to their
  /// square.
  private static final int MOST_LINES = 20_000;

  /// A line, and which part of it is not in its counterpart.
  ///
  /// @param number from 1
  /// @param from where that part begins; where it ends when there is none
  public record Line(int number, String text, int from, int to) {}

  /// Whether both lines are equal.
  public boolean same() {
    return left.isPresent() && left.map(Line::text).equals(right.map(Line::text));
  }

  static List<LinePair> between(List<String> left, List<String> right) {
    List<LinePair> pairs = new ArrayList<>();
    int before = 0;
    int after = 0;
    if (left.size() + right.size() <= MOST_LINES) {
      for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
        int equal = delta.getSource().getPosition() - before;
        block(pairs, left, before, equal, right, after, equal);
        before += equal;
        after += equal;
        int gone = delta.getSource().size();
        int added = delta.getTarget().size();
        block(pairs, left, before, gone, right, after, added);
        before += gone;
        after += added;
      }
    }
    block(pairs, left, before, left.size() - before, right, after, right.size() - after);
    return List.copyOf(pairs);
  }

  private static void block(
      List<LinePair> pairs,
      List<String> left,
      int before,
      int gone,
      List<String> right,
      int after,
      int added) {
    for (int i = 0; i < Math.max(gone, added); i++) {
      String one = i < gone ? left.get(before + i) : "";
      String other = i < added ? right.get(after + i) : "";
      int from = i < gone && i < added ? alikeAtTheStart(one, other) : 0;
      int end = i < gone && i < added ? alikeAtTheEnd(one, other, from) : 0;
      pairs.add(
          new LinePair(
              i < gone
                  ? Optional.of(new Line(before + i + 1, one, from, one.length() - end))
                  : Optional.empty(),
              i < added
                  ? Optional.of(new Line(after + i + 1, other, from, other.length() - end))
                  : Optional.empty()));
    }
  }

  private static int alikeAtTheStart(String one, String other) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int alikeAtTheEnd(String one, String other, int start) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) - start
        && one.charAt(one.length() - 1 - i) == other.charAt(other.length() - 1 - i)) {
      i++;
    }
    return i;
  }
}
