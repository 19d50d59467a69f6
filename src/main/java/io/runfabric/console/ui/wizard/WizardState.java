package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.RunningTask;

/// How far a wizard has come.
public sealed interface WizardState {

  /// Something is filled in.
  record Asking(Page page) implements WizardState {}

  /// It is found out what would be done.
  record Planning(RunningTask task) implements WizardState {}

  /// What would be done is shown.
  record Planned(Preview preview) implements WizardState {}

  /// It could not be found out what would be done.
  record Unplanned(Failure failure) implements WizardState {}

  /// The user is asked.
  record Confirming(Preview preview) implements WizardState {}

  /// It is being done.
  record Running(Preview preview, RunningTask task) implements WizardState {}

  /// It is over.
  record Ended(Report report) implements WizardState {}

  /// It failed, or was refused, before anything was told.
  record Failed(Failure failure) implements WizardState {}

  /// The page it shows.
  default Page page() {
    return switch (this) {
      case Asking(Page asked) -> asked;
      case Planning _, Planned _, Unplanned _ -> Page.PLAN;
      case Confirming _ -> Page.CONFIRM;
      case Running _ -> Page.RUN;
      case Ended _, Failed _ -> Page.RESULT;
    };
  }
}
