package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.task.RunningTask;

/// How far a wizard has come.
public sealed interface WizardState {

  /// The page it shows.
  Page page();

  /// Something is filled in.
  record Asking(Page page) implements WizardState {}

  /// It is found out what would be done.
  record Planning(RunningTask task) implements WizardState {
    @Override
    public Page page() {
      return Page.PLAN;
    }
  }

  /// What would be done is shown.
  record Planned(Preview preview) implements WizardState {
    @Override
    public Page page() {
      return Page.PLAN;
    }
  }

  /// It could not be found out what would be done.
  record Unplanned(Failure failure) implements WizardState {
    @Override
    public Page page() {
      return Page.PLAN;
    }
  }

  /// The user is asked.
  record Confirming(Preview preview) implements WizardState {
    @Override
    public Page page() {
      return Page.CONFIRM;
    }
  }

  /// It is being done.
  record Running(Preview preview, RunningTask task) implements WizardState {
    @Override
    public Page page() {
      return Page.RUN;
    }
  }

  /// It is over.
  record Ended(Report report) implements WizardState {
    @Override
    public Page page() {
      return Page.RESULT;
    }
  }

  /// It failed, or was refused, before anything was told.
  record Failed(Failure failure) implements WizardState {
    @Override
    public Page page() {
      return Page.RESULT;
    }
  }
}
