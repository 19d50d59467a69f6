package io.runfabric.console.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the user typed to narrow a table. Terms are separated by spaces and all must match, without
/// regard to case: `word` anywhere in the row, `stage:prod` within one column, `stage=prod` as the
/// whole value of one column; quotes keep spaces in a term.
public final class Filter {

  /// Lets every row through.
  public static final Filter NONE = new Filter(List.of());

  private static final int ANY = -1;

  private final List<Term> terms;

  private Filter(List<Term> terms) {
    this.terms = terms;
  }

  /// Reads what was typed. A word before a colon that is no column's id is part of the text, so
  /// that addresses can be typed as they are.
  public static Filter parse(String typed, List<String> columnIds) {
    Typed words = new Typed(typed.toLowerCase(Locale.ROOT), columnIds);
    List<Term> terms = words.terms();
    return terms.isEmpty() ? NONE : new Filter(terms);
  }

  /// Whether a row passes.
  ///
  /// @param row its [SearchText]
  public boolean matches(String row) {
    for (Term term : terms) {
      if (!term.matches(row)) {
        return false;
      }
    }
    return true;
  }

  /// Whether every row that passes this filter also passes the other, so that only the rows the
  /// other let through need another look.
  public boolean narrows(Filter other) {
    return other.terms.stream().allMatch(wide -> terms.stream().anyMatch(wide::follows));
  }

  public boolean isEmpty() {
    return terms.isEmpty();
  }

  private record Term(int column, boolean whole, String text) {

    boolean matches(String row) {
      if (column == ANY) {
        return row.contains(text);
      }
      int start = SearchText.start(row, column);
      int end = SearchText.end(row, start);
      return whole
          ? end - start == text.length() && row.startsWith(text, start)
          : row.indexOf(text, start, end) >= 0;
    }

    /// Whether a row that passes the other term must pass this one.
    boolean follows(Term other) {
      if (whole) {
        return equals(other);
      }
      return (column == ANY || column == other.column) && other.text.contains(text);
    }
  }

  /// The words of a filter, one after the other.
  private static final class Typed {

    private final String text;
    private final List<String> columnIds;
    private int at;

    Typed(String text, List<String> columnIds) {
      this.text = text;
      this.columnIds = columnIds;
    }

    List<Term> terms() {
      List<Term> terms = new ArrayList<>();
      while (at < text.length()) {
        if (Character.isWhitespace(text.charAt(at))) {
          at++;
        } else {
          Term term = next();
          if (!term.text().isEmpty() || term.whole()) {
            terms.add(term);
          }
        }
      }
      return List.copyOf(terms);
    }

    private Term next() {
      StringBuilder word = new StringBuilder();
      boolean quoted = false;
      boolean plain = true;
      int column = ANY;
      boolean whole = false;
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          quoted = !quoted;
          plain = false;
        } else if (Character.isWhitespace(c) && !quoted) {
          break;
        } else if ((c == ':' || c == '=') && plain && columnIds.contains(word.toString())) {
          column = columnIds.indexOf(word.toString());
          whole = c == '=';
          plain = false;
          word.setLength(0);
        } else {
          word.append(c);
        }
      }
      return new Term(column, whole, word.toString());
    }
  }
}
