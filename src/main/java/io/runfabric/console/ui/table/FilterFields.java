package io.runfabric.console.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// What can be named in a filter: the columns by their ids in lower case, and `age` for the first
/// column of times.
///
/// @param ids of every column, in the order of the [SearchText]
/// @param times which of them are columns of times
record FilterFields(List<String> ids, List<Integer> times) {

  /// How old a row is.
  static final String AGE = "age";

  static <R> FilterFields of(List<Column<R>> columns) {
    List<Integer> times = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == CellKind.TIME) {
        times.add(i);
      }
    }
    return new FilterFields(
        columns.stream().map(column -> column.id().toLowerCase(Locale.ROOT)).toList(),
        List.copyOf(times));
  }

  /// The column of times that a word means.
  OptionalInt time(String word) {
    if (word.equals(AGE)) {
      return times.isEmpty() ? OptionalInt.empty() : OptionalInt.of(times.getFirst());
    }
    int column = ids.indexOf(word);
    return times.contains(column) ? OptionalInt.of(column) : OptionalInt.empty();
  }
}
