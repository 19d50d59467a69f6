package io.runfabric.console.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A row with what is asked of it again and again.
record IndexedRow<R>(R value, Object key, String searchText) {

  static <R> List<IndexedRow<R>> index(List<R> rows, Function<R, ?> key, List<Column<R>> columns) {
    List<IndexedRow<R>> indexed = new ArrayList<>(rows.size());
    for (R row : rows) {
      indexed.add(new IndexedRow<>(row, key.apply(row), SearchText.of(row, columns)));
    }
    return indexed;
  }

  /// The rows that pass a filter, in their order.
  static <R> List<IndexedRow<R>> matching(List<IndexedRow<R>> rows, Filter filter) {
    List<IndexedRow<R>> found = new ArrayList<>();
    for (IndexedRow<R> row : rows) {
      if (filter.matches(row.searchText())) {
        found.add(row);
      }
    }
    return found;
  }

  /// The rows in another order; ties keep theirs.
  static <R> List<IndexedRow<R>> sort(
      List<IndexedRow<R>> rows, List<SortBy> order, List<Column<R>> columns) {
    List<IndexedRow<R>> sorted = rows;
    for (SortBy by : order.reversed()) {
      for (Column<R> column : columns) {
        if (column.id().equals(by.columnId())) {
          sorted = sortBy(sorted, column, by.descending());
        }
      }
    }
    return sorted;
  }

  private static <R> List<IndexedRow<R>> sortBy(
      List<IndexedRow<R>> rows, Column<R> column, boolean descending) {
    List<Ranked<R>> ranked = new ArrayList<>(rows.size());
    for (IndexedRow<R> row : rows) {
      String text = column.text().apply(row.value());
      long rank = column.rank().applyAsLong(row.value());
      ranked.add(new Ranked<>(row, text.isEmpty(), rank, text.toLowerCase(Locale.ROOT)));
    }
    Comparator<Ranked<R>> order =
        Comparator.<Ranked<R>>comparingLong(Ranked::rank).thenComparing(Ranked::text);
    ranked.sort(
        Comparator.<Ranked<R>, Boolean>comparing(Ranked::absent)
            .thenComparing(descending ? order.reversed() : order));
    List<IndexedRow<R>> sorted = new ArrayList<>(ranked.size());
    ranked.forEach(one -> sorted.add(one.row()));
    return sorted;
  }

  private record Ranked<R>(IndexedRow<R> row, boolean absent, long rank, String text) {}
}
