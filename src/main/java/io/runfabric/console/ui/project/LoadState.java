package io.runfabric.console.ui.project;

import io.runfabric.console.ui.task.Failure;
import java.time.Instant;

/// Where a project's loading stands. In every state the rows of the last complete load stay.
public sealed interface LoadState {

  /// Rows are being read.
  record Loading() implements LoadState {}

  /// Everything was read.
  ///
  /// @param at the moment the reading ended
  record Loaded(Instant at) implements LoadState {}

  /// Stopped by the user.
  record Cancelled() implements LoadState {}

  /// Reading did not succeed.
  record Failed(Failure failure) implements LoadState {}
}
