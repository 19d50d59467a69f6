package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.task.Failure;

/// What the detail pane shows.
public sealed interface DetailState {

  /// No row is selected.
  record Nothing() implements DetailState {}

  /// Several rows are selected.
  record Several(int rows) implements DetailState {}

  /// The document is on its way.
  record Reading(Subject subject) implements DetailState {}

  record Shown(Subject subject, Detail detail) implements DetailState {}

  /// The document was removed since the list was loaded.
  record Gone(Subject subject) implements DetailState {}

  record Failed(Subject subject, Failure failure) implements DetailState {}
}
