package io.runfabric.console.ui.project;

import io.runfabric.console.ui.task.Failure;
import java.time.Instant;

/// Where a project's loading stands.
public sealed interface LoadState {

  /// Rows are arriving; those of the load before stay until the new ones are complete.
  record Loading() implements LoadState {}

  record Loaded(Instant at) implements LoadState {}

  /// Stopped by the user; what had arrived is shown.
  record Cancelled() implements LoadState {}

  record Failed(Failure failure) implements LoadState {}
}
