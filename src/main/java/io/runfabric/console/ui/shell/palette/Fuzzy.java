package io.runfabric.console.ui.shell.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/// What a choice is searched by: its title, also letter by letter, and its kind and aside as they
/// are. Words of the query may be in any order.
final class Fuzzy {

  private static final int AT_WORD = 100;
  private static final int WITHIN = 70;
  private static final int SCATTERED = 20;
  private static final int ASIDE = 40;
  private static final int MOST_STARTS = 4;

  private final Choice choice;
  private final String title;
  private final String aside;
  private final String kind;

  Fuzzy(Choice choice) {
    this.choice = choice;
    this.title = folded(choice.title());
    this.aside = folded(choice.aside());
    this.kind = folded(choice.kind().word());
  }

  /// How well something matches, and where.
  ///
  /// @param inTitle the letters of the title that match
  /// @param inAside the letters of the aside that match
  record Match(Choice choice, int score, BitSet inTitle, BitSet inAside) {}

  /// The words of a query.
  static String[] words(String query) {
    return Arrays.stream(folded(query).strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }

  /// Empty unless every word matches.
  Optional<Match> match(String[] words) {
    BitSet inTitle = new BitSet();
    BitSet inAside = new BitSet();
    int score = 0;
    for (String word : words) {
      int found = match(word, inTitle, inAside);
      if (found == 0) {
        return Optional.empty();
      }
      score += found;
    }
    return Optional.of(new Match(choice, score, inTitle, inAside));
  }

  private int match(String word, BitSet inTitle, BitSet inAside) {
    int at = best(title, word);
    if (at >= 0) {
      inTitle.set(at, at + word.length());
      return (startsWord(title, at) ? AT_WORD : WITHIN) + (at == 0 ? word.length() : 0);
    }
    int beside = best(aside, word);
    if (beside >= 0) {
      inAside.set(beside, beside + word.length());
      return ASIDE + (startsWord(aside, beside) ? 10 : 0);
    }
    return kind.startsWith(word) ? ASIDE : scattered(word, inTitle);
  }

  // At the start of a word if it is there anywhere.
  private static int best(String text, String word) {
    int first = text.indexOf(word);
    for (int at = first; at >= 0; at = text.indexOf(word, at + 1)) {
      if (startsWord(text, at)) {
        return at;
      }
    }
    return first;
  }

  /// The letters in their order with others between them; the closer and the more at the start of
  /// words, the better.
  private int scattered(String word, BitSet inTitle) {
    int bestScore = 0;
    int[] bestPlaces = {};
    int tried = 0;
    for (int at = title.indexOf(word.charAt(0));
        at >= 0 && tried < MOST_STARTS;
        at = title.indexOf(word.charAt(0), at + 1)) {
      tried++;
      int[] places = places(word, at);
      int score = places.length == 0 ? 0 : score(places);
      if (score > bestScore) {
        bestScore = score;
        bestPlaces = places;
      }
    }
    for (int place : bestPlaces) {
      inTitle.set(place);
    }
    return bestScore;
  }

  private int[] places(String word, int start) {
    int[] places = new int[word.length()];
    places[0] = start;
    for (int i = 1; i < places.length; i++) {
      places[i] = title.indexOf(word.charAt(i), places[i - 1] + 1);
      if (places[i] < 0) {
        return new int[0];
      }
    }
    return places;
  }

  // Letters far apart are a coincidence.
  private int score(int[] places) {
    int score = SCATTERED;
    for (int i = 0; i < places.length; i++) {
      boolean close = i > 0 && places[i] == places[i - 1] + 1;
      score += close || startsWord(title, places[i]) ? 3 : -3;
    }
    return Math.max(0, score);
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  // Letter by letter, because a few words change length with their case; positions would not fit.
  private static String folded(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }
}
