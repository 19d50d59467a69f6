package io.runfabric.console.ui.table;

import io.runfabric.console.model.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the user typed to narrow a table. Terms are separated by spaces and all must match, without
/// regard to case: `word` anywhere in the row, `stage:prod` within one column, `stage=prod` as the
/// whole value of one column; quotes keep spaces in a term. Times compare: `age>30d`, `age<=12h`,
/// `updated>=2026-11-24`, and `age=unknown` where there is none; see [TimeSpan].
public final class Filter {

  /// Lets every row through.
  public static final Filter NONE = new Filter(List.of());

  private static final int ANY = -1;

  private final List<Term> terms;

  private Filter(List<Term> terms) {
    this.terms = terms;
  }

  /// The term that lets exactly this value of a column through.
  public static String exactly(String columnId, String value) {
    boolean plain = !value.isEmpty() && value.chars().noneMatch(Character::isWhitespace);
    return columnId + "=" + (plain ? value : '"' + value + '"');
  }

  /// Reads what was typed. A word before a colon that is no column's id is part of the text, so
  /// that addresses can be typed as they are.
  ///
  /// @param now what ages are counted back from
  static Filter parse(String typed, FilterFields fields, Instant now) {
    Typed words = new Typed(typed.toLowerCase(Locale.ROOT), fields, now);
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

  private sealed interface Term {

    boolean matches(String row);

    /// Whether a row that passes the other term must pass this one.
    boolean follows(Term other);
  }

  private record Words(int column, boolean whole, String text) implements Term {

    @Override
    public boolean matches(String row) {
      if (column == ANY) {
        return row.contains(text);
      }
      int start = SearchText.start(row, column);
      int end = SearchText.end(row, start);
      return whole
          ? end - start == text.length() && row.startsWith(text, start)
          : row.indexOf(text, start, end) >= 0;
    }

    @Override
    public boolean follows(Term other) {
      return whole
          ? equals(other)
          : other instanceof Words words
              && (column == ANY || column == words.column)
              && words.text.contains(text);
    }

    boolean empty() {
      return text.isEmpty() && !whole;
    }
  }

  private record Within(int column, TimeSpan span) implements Term {

    @Override
    public boolean matches(String row) {
      int start = SearchText.start(row, column);
      return span.contains(row, start, SearchText.end(row, start));
    }

    @Override
    public boolean follows(Term other) {
      return equals(other);
    }
  }

  private record Timeless(int column) implements Term {

    @Override
    public boolean matches(String row) {
      int start = SearchText.start(row, column);
      return Timestamps.parse(row.substring(start, SearchText.end(row, start))).isEmpty();
    }

    @Override
    public boolean follows(Term other) {
      return equals(other);
    }
  }

  /// The words of a filter, one after the other.
  private static final class Typed {

    private static final Pattern COMPARISON = Pattern.compile("([^<>=\"\\s]+)([<>]=?|=)(\\S*)");

    private final String text;
    private final FilterFields fields;
    private final Instant now;
    private int at;

    Typed(String text, FilterFields fields, Instant now) {
      this.text = text;
      this.fields = fields;
      this.now = now;
    }

    List<Term> terms() {
      List<Term> terms = new ArrayList<>();
      while (at < text.length()) {
        if (Character.isWhitespace(text.charAt(at))) {
          at++;
        } else {
          Term term = time().orElseGet(this::words);
          if (!(term instanceof Words words && words.empty())) {
            terms.add(term);
          }
        }
      }
      return List.copyOf(terms);
    }

    /// The term that begins here, if it compares times.
    private Optional<Term> time() {
      Matcher typed = COMPARISON.matcher(text).region(at, text.length());
      if (!typed.lookingAt()) {
        return Optional.empty();
      }
      OptionalInt column = fields.time(typed.group(1));
      Optional<Term> term =
          column.isPresent()
              ? time(typed.group(1), column.getAsInt(), typed.group(2), typed.group(3))
              : Optional.empty();
      if (term.isPresent()) {
        at = typed.end();
      }
      return term;
    }

    private Optional<Term> time(String word, int column, String sign, String value) {
      boolean age = word.equals(FilterFields.AGE);
      if (sign.equals("=")) {
        return age && value.equals("unknown")
            ? Optional.of(new Timeless(column))
            : Optional.empty();
      }
      if (value.isEmpty()) {
        return Optional.of(new Words(ANY, /* whole= */ false, ""));
      }
      return (age ? TimeSpan.ofAge(sign, value, now) : TimeSpan.ofTime(sign, value))
          .map(span -> new Within(column, span));
    }

    private Term words() {
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
        } else if ((c == ':' || c == '=') && plain && fields.ids().contains(word.toString())) {
          column = fields.ids().indexOf(word.toString());
          whole = c == '=';
          plain = false;
          word.setLength(0);
        } else {
          word.append(c);
        }
      }
      return new Words(column, whole, word.toString());
    }
  }
}
