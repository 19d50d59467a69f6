package io.runfabric.console.ui.moving;

import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.wizard.WizardDialog;
import io.runfabric.console.ui.wizard.WizardModel;
import javafx.stage.Window;

/// The wizards that move state.
public final class MovingWizards {

  private MovingWizards() {}

  /// Moves the project's state to another backend.
  public static WizardDialog migrate(Window owner, ViewContext context) {
    return new WizardDialog(
        owner,
        new WizardModel<>(new Migrating(context), context.project(), context.writes()),
        new MigrateForms(context),
        context);
  }

  /// Moves the project's rows to another workspace id.
  public static WizardDialog rekey(Window owner, ViewContext context, Errand.Rekey errand) {
    return new WizardDialog(
        owner,
        new WizardModel<>(new Rekeying(context, errand), context.project(), context.writes()),
        new RekeyForms(context),
        context);
  }
}
