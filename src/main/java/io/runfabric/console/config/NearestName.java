package io.runfabric.console.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the known name a misspelt one was meant to be.
final class NearestName {

  private static final int LONGEST = 64;

  private NearestName() {}

  /// The closest known name, in any case, when at most a third of its letters differ.
  static Optional<String> to(String written, Collection<String> known) {
    return to(written, known, LONGEST);
  }

  /// @param most how many letters may differ, whatever the length
  static Optional<String> to(String written, Collection<String> known, int most) {
    String wanted = written.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> name.length() <= LONGEST)
        .filter(name -> distance(wanted, name) <= Math.min(most, Math.max(1, name.length() / 3)))
        .min(Comparator.comparingInt(name -> distance(wanted, name)));
  }

  /// How many letters to insert, delete, replace, or swap with the next, ignoring case of the
  /// second.
  private static int distance(String a, String second) {
    String b = second.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 ? j : j == 0 ? i : cheapest(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int cheapest(int[][] steps, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
    best = Math.min(best, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
