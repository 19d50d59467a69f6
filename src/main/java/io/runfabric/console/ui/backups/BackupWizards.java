package io.runfabric.console.ui.backups;

import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.wizard.WizardDialog;
import io.runfabric.console.ui.wizard.WizardModel;
import javafx.stage.Window;

/// The wizards about backups.
public final class BackupWizards {

  private BackupWizards() {}

  /// The wizard that makes a backup.
  public static WizardDialog make(Window owner, ViewContext context, Errand.BackUp errand) {
    return new WizardDialog(
        owner,
        new WizardModel<>(
            new BackingUp(context, context.project().sourceProperty().get(), errand.stage()),
            context.project(),
            context.writes()),
        new BackupForms(context),
        context);
  }

  /// The wizard that puts a backup back.
  public static WizardDialog putBack(Window owner, ViewContext context, Errand.Restore errand) {
    BackupLook look = new BackupLook(context.tasks());
    BackupsModel backups = new BackupsModel(context.tasks(), context.project(), context.clock());
    return new WizardDialog(
        owner,
        new WizardModel<>(
            new Restoring(context, context.project().sourceProperty().get(), look, errand),
            context.project(),
            context.writes()),
        new RestoreForms(context, look, backups),
        context);
  }
}
