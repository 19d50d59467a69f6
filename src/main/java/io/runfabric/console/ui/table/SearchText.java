package io.runfabric.console.ui.table;

import java.util.List;
import java.util.Locale;

/// What of a row is searched: the lower-case texts of all columns, one line each.
final class SearchText {

  private static final char SEPARATOR = '\n';

  private SearchText() {}

  static <R> String of(R row, List<Column<R>> columns) {
    StringBuilder text = new StringBuilder(160);
    for (Column<R> column : columns) {
      text.append(column.text().apply(row).replace(SEPARATOR, ' ')).append(SEPARATOR);
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /// Where a column's text starts.
  static int start(String searchText, int column) {
    int start = 0;
    for (int i = 0; i < column; i++) {
      start = searchText.indexOf(SEPARATOR, start) + 1;
    }
    return start;
  }

  /// Where the column's text that starts there ends.
  static int end(String searchText, int start) {
    return searchText.indexOf(SEPARATOR, start);
  }
}
