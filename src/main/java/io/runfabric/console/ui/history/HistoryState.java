package io.runfabric.console.ui.history;

import io.runfabric.console.operation.history.History;
import io.runfabric.console.ui.task.Failure;

/// What stands where the history of an entry is, or would be.
public sealed interface HistoryState {

  /// No entry is looked at.
  record Nothing() implements HistoryState {}

  /// It is being looked through.
  record Reading() implements HistoryState {}

  record Shown(History history) implements HistoryState {}

  record Failed(Failure failure) implements HistoryState {}
}
