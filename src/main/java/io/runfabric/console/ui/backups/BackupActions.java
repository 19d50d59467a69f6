package io.runfabric.console.ui.backups;

import io.runfabric.console.ui.listing.Offer;
import io.runfabric.console.ui.listing.PageActions;
import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

/// What can be done with backups: make one, put one back, show where they are.
record BackupActions(ViewContext context) implements PageActions.Maker<BackupRow> {

  private static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true).asObject();

  @Override
  public PageActions make(
      ReadOnlyObjectProperty<List<BackupRow>> selected, Supplier<Window> owner) {
    ObservableValue<Boolean> one =
        selected.map(rows -> rows.size() == 1 && !rows.getFirst().state().equals("damaged"));
    ObservableValue<Boolean> any = selected.map(rows -> rows.size() == 1);
    Command restore =
        new Command(
            "Restore…",
            Icons.RESTORE,
            List.of(),
            context.writable(one),
            () -> context.start(Errand.Restore.of(selected.get().getFirst().file())));
    Command folder =
        new Command(
            "Open folder",
            Icons.OPEN,
            List.of(),
            any,
            () ->
                context.desktop().showFolder(selected.get().getFirst().file().resolveSibling("")));
    Command make =
        new Command(
            "Back up…",
            Icons.BACK_UP,
            List.of(),
            context.writable(),
            () -> context.start(new Errand.BackUp(Optional.empty())));
    Command other =
        new Command(
            "Restore a file…",
            Icons.RESTORE,
            List.of(),
            context.writable(),
            () -> context.start(Errand.Restore.ANY));
    return new PageActions(
        List.of(new Offer(restore, one), new Offer(folder, any)),
        List.of(new Offer(make, ALWAYS), new Offer(other, ALWAYS)),
        _ -> Optional.empty());
  }
}
