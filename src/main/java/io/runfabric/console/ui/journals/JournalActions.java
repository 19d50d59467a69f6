package io.runfabric.console.ui.journals;

import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.ui.listing.Offer;
import io.runfabric.console.ui.listing.PageActions;
import io.runfabric.console.ui.locks.LockActions;
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

/// What can be done with journals, and with the steps of their runbooks.
public record JournalActions(ViewContext context) implements PageActions.Maker<Journal> {

  private static final KeyCombination KEYS =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  @Override
  public PageActions make(ReadOnlyObjectProperty<List<Journal>> selected, Supplier<Window> owner) {
    ObservableValue<Boolean> offered = selected.map(JournalActions::leftBehind);
    Command aside =
        new Command(
            "Set aside…",
            Icons.SET_ASIDE,
            List.of(KEYS),
            context.writable(offered),
            () -> ask(selected.get().getFirst(), owner));
    return new PageActions(
        List.of(new Offer(aside, offered)), List.of(), action -> steps(action, owner));
  }

  private Optional<Command> steps(Action action, Supplier<Window> owner) {
    if (action instanceof Action.Archive(Journal journal)) {
      return Optional.of(
          new Command(
              "Set aside…",
              Icons.SET_ASIDE,
              List.of(),
              context.writable(),
              () -> ask(journal, owner)));
    }
    return new LockActions(context).steps(action, owner);
  }

  private void ask(Journal journal, Supplier<Window> owner) {
    long ofStage =
        context.project().journals().stream()
            .filter(other -> other.stage().equals(journal.stage()))
            .count();
    context.ask(new SettingAside(journal, ofStage > 1), owner.get());
  }

  // A deploy that runs, or that came to its end, needs its journal.
  private static boolean leftBehind(List<Journal> journals) {
    return journals.size() == 1
        && (journals.getFirst().interrupted()
            || journals.getFirst().health() instanceof Health.Unreadable);
  }
}
