package io.runfabric.console.ui.app;

import io.runfabric.console.ui.backups.BackupWizards;
import io.runfabric.console.ui.moving.MovingWizards;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.ViewContext;
import javafx.stage.Window;

/// Which wizard does what.
final class Errands {

  private Errands() {}

  static void begin(Errand errand, Window owner, ViewContext context) {
    switch (errand) {
      case Errand.BackUp make -> BackupWizards.make(owner, context, make).show();
      case Errand.Restore restore -> BackupWizards.putBack(owner, context, restore).show();
      case Errand.Migrate() -> MovingWizards.migrate(owner, context).show();
      case Errand.Rekey rekey -> MovingWizards.rekey(owner, context, rekey).show();
    }
  }
}
