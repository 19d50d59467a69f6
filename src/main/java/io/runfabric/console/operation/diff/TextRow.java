package io.runfabric.console.operation.diff;

import io.runfabric.console.operation.diff.LinePair.Line;
import java.util.ArrayList;
import java.util.List;

/// A row of two texts side by side.
public sealed interface TextRow {

  /// How many lines are shown around those that differ.
  int CONTEXT = 3;

  record Pair(LinePair lines) implements TextRow {}

  /// Lines that are the same in both and left out.
  record Gap(int lines) implements TextRow {}

  /// The rows of two texts.
  ///
  /// @param changedOnly whether what is the same is left out, but for a few lines around the rest
  static List<TextRow> of(List<LinePair> lines, boolean changedOnly) {
    List<TextRow> rows = new ArrayList<>(lines.size());
    if (!changedOnly) {
      lines.forEach(line -> rows.add(new Pair(line)));
      return rows;
    }
    int[] distance = distances(lines);
    int gap = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (distance[i] > CONTEXT) {
        gap++;
        continue;
      }
      if (gap > 0) {
        rows.add(new Gap(gap));
        gap = 0;
      }
      rows.add(new Pair(lines.get(i)));
    }
    if (gap > 0) {
      rows.add(new Gap(gap));
    }
    return rows;
  }

  /// The rows as one text: lines that are gone begin with `-`, new ones with `+`.
  static List<String> unified(List<TextRow> rows) {
    List<String> out = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (TextRow row : rows) {
      boolean changed = row instanceof Pair(var lines) && !lines.same();
      if (!changed) {
        out.addAll(added);
        added.clear();
      }
      switch (row) {
        case Gap(var count) -> out.add("  … " + words(count));
        case Pair(var lines) when lines.same() -> out.add("  " + text(lines.left()));
        case Pair(var lines) -> {
          lines.left().ifPresent(line -> out.add("- " + line.text()));
          lines.right().ifPresent(line -> added.add("+ " + line.text()));
        }
      }
    }
    out.addAll(added);
    return out;
  }

  /// `1 equal line`, `40 equal lines`.
  static String words(int equal) {
    return equal + (equal == 1 ? " equal line" : " equal lines");
  }

  private static String text(java.util.Optional<Line> line) {
    return line.map(Line::text).orElse("");
  }

  // How far each line is from the nearest one that differs.
  private static int[] distances(List<LinePair> lines) {
    int[] distance = new int[lines.size()];
    int far = CONTEXT + 1;
    for (int i = 0; i < distance.length; i++) {
      far = lines.get(i).same() ? far + 1 : 0;
      distance[i] = far;
    }
    far = CONTEXT + 1;
    for (int i = distance.length - 1; i >= 0; i--) {
      far = lines.get(i).same() ? far + 1 : 0;
      distance[i] = Math.min(distance[i], far);
    }
    return distance;
  }
}
