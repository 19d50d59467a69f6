package io.runfabric.console.ui.receipts;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.ui.history.EntryHistory;
import io.runfabric.console.ui.listing.Offer;
import io.runfabric.console.ui.listing.PageActions;
import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;

/// What can be done with receipts and state records.
public record ReceiptActions(ViewContext context) implements PageActions.Maker<Entry> {

  @Override
  public PageActions make(ReadOnlyObjectProperty<List<Entry>> selected, Supplier<Window> owner) {
    EntryHistory history = new EntryHistory(context, owner);
    ObservableValue<Boolean> one = selected.map(rows -> rows.size() == 1);
    Command compare =
        new Command(
            "Compare…",
            Icons.COMPARE,
            List.of(new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN)),
            one,
            () -> history.compare(selected.get().getFirst()));
    ObservableValue<Boolean> two = selected.map(rows -> rows.size() == 2);
    Command both =
        new Command(
            "Compare these two",
            Icons.COMPARE,
            List.of(
                new KeyCodeCombination(
                    KeyCode.D, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
            two,
            () -> history.compare(selected.get().getFirst(), selected.get().getLast()));
    ObservableValue<Boolean> removable =
        selected.map(rows -> rows.size() == 1 && !rows.getFirst().stage().isEmpty());
    Command remove =
        new Command(
            "Remove…",
            Icons.CLEAR,
            List.of(),
            context.writable(removable),
            () -> context.ask(removing(selected.get().getFirst()), owner.get()));
    return new PageActions(
        List.of(new Offer(compare, one), new Offer(both, two), new Offer(remove, removable)),
        List.of(),
        _ -> Optional.empty(),
        List.of(history.page()));
  }

  private static Removing removing(Entry entry) {
    return new Removing(
        entry.kind().word(),
        entry.stage(),
        entry.kind() == EntryKind.RECORD ? entry.provider() : "");
  }
}
