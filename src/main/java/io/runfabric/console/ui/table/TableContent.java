package io.runfabric.console.ui.table;

import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.task.Failure;

/// What stands where a table's rows are, or would be.
public sealed interface TableContent {

  /// The rows.
  record Rows() implements TableContent {}

  /// Nothing yet; it is on its way.
  record Loading() implements TableContent {}

  /// There are no rows at all.
  record Empty() implements TableContent {}

  /// There are rows, and the filter lets none through.
  record NoMatch(String filter) implements TableContent {}

  /// Loading was stopped before anything arrived.
  record Stopped() implements TableContent {}

  /// Loading failed and nothing is known from before.
  record Failed(Failure failure) implements TableContent {}

  /// @param total rows without a filter
  /// @param visible rows that pass the filter
  static TableContent of(LoadState state, int total, int visible, String filter) {
    if (visible > 0) {
      return new Rows();
    }
    if (total > 0) {
      return new NoMatch(filter);
    }
    return switch (state) {
      case LoadState.Loading() -> new Loading();
      case LoadState.Loaded _ -> new Empty();
      case LoadState.Cancelled() -> new Stopped();
      case LoadState.Failed(Failure failure) -> new Failed(failure);
    };
  }
}
