package io.runfabric.console.ui.locks;

import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.ui.listing.Offer;
import io.runfabric.console.ui.listing.PageActions;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.shell.Errand;
import io.runfabric.console.ui.shell.Place;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.write.Write;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;

/// What can be done with locks: unlock, take over, release; hold a stage, clear what is stale.
public record LockActions(ViewContext context) implements PageActions.Maker<Lock> {

  @Override
  public PageActions make(ReadOnlyObjectProperty<List<Lock>> selected, Supplier<Window> owner) {
    ProjectModel project = context.project();
    return new PageActions(
        List.of(
            onRows(selected, owner, LockActions::unlockable, Unlocking::new)
                .named("Unlock…", Icons.UNLOCK, KeyCode.U),
            onRows(
                    selected,
                    owner,
                    LockActions::expired,
                    locks -> new TakingOver(project, context.writes().holds(), locks.getFirst()))
                .named("Take over…", Icons.TAKE_OVER, KeyCode.T),
            onRows(
                    selected,
                    owner,
                    LockActions::maintenance,
                    locks -> new Releasing(context.writes().memory(), locks.getFirst()))
                .named("Release…", Icons.RELEASE, KeyCode.G)),
        List.of(
            new Draft(
                    Bindings.createBooleanBinding(this::anyStale, project.locks()).asObject(),
                    () -> context.ask(new StaleClearing(), owner.get()))
                .named("Clear stale…", Icons.CLEAR, KeyCode.K),
            new Draft(
                    new SimpleBooleanProperty(true).asObject(),
                    () -> context.ask(holding(selected.get()), owner.get()))
                .named("Hold a stage…", Icons.HOLD, KeyCode.H)),
        action -> steps(action, owner));
  }

  /// What does a step of a runbook, as far as it is about locks or only leads somewhere.
  public Optional<Command> steps(Action action, Supplier<Window> owner) {
    return switch (action) {
      case Action.Inspect(String stage) ->
          Optional.of(
              new Command(
                  "Show receipts",
                  Icons.RECEIPTS,
                  List.of(),
                  new SimpleBooleanProperty(true).asObject(),
                  () -> context.open(Place.RECEIPTS.filtered("stage=" + stage))));
      case Action.Unlock(Lock lock) ->
          Optional.of(
              new Command(
                  "Unlock…",
                  Icons.UNLOCK,
                  List.of(),
                  context.writable(),
                  () -> context.ask(new Unlocking(List.of(lock)), owner.get())));
      case Action.BackUp(String stage) ->
          begins("Back up…", Icons.BACK_UP, new Errand.BackUp(Optional.of(stage)));
      case Action.Restore(String stage) ->
          begins(
              "Restore…",
              Icons.RESTORE,
              new Errand.Restore(Optional.empty(), Optional.of(stage), /* undo= */ false));
      case Action.Rekey(String from, String to, boolean _) ->
          begins("Re-key…", Icons.REKEY, new Errand.Rekey(from, to));
      case Action.ListWorkspaces _, Action.Archive _ -> Optional.empty();
    };
  }

  private Optional<Command> begins(String title, Ikon icon, Errand errand) {
    return Optional.of(
        new Command(title, icon, List.of(), context.writable(), () -> context.start(errand)));
  }

  private Draft onRows(
      ReadOnlyObjectProperty<List<Lock>> selected,
      Supplier<Window> owner,
      Predicate<List<Lock>> fits,
      Function<List<Lock>, Write<?, ?>> write) {
    return new Draft(
        selected.map(fits::test), () -> context.ask(write.apply(selected.get()), owner.get()));
  }

  /// An action without its name.
  private final class Draft {
    private final ObservableValue<Boolean> offered;
    private final Runnable action;

    Draft(ObservableValue<Boolean> offered, Runnable action) {
      this.offered = offered;
      this.action = action;
    }

    Offer named(String title, Ikon icon, KeyCode key) {
      KeyCombination keys =
          new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
      return new Offer(
          new Command(title, icon, List.of(keys), context.writable(offered), action), offered);
    }
  }

  // Locks of several stages are different questions.
  private static boolean unlockable(List<Lock> locks) {
    return !locks.isEmpty()
        && locks.stream().map(Lock::stage).distinct().count() == 1
        && !locks.getFirst().stage().isEmpty();
  }

  private static boolean expired(List<Lock> locks) {
    return locks.size() == 1 && unlockable(locks) && !locks.getFirst().live();
  }

  private static boolean maintenance(List<Lock> locks) {
    return locks.size() == 1 && locks.getFirst().maintenance().isPresent();
  }

  private boolean anyStale() {
    return context.project().locks().stream().anyMatch(lock -> !lock.live());
  }

  private Holding holding(List<Lock> selected) {
    ProjectModel project = context.project();
    String chosen =
        selected.size() == 1
            ? selected.getFirst().stage()
            : project.sessionProperty().get().map(open -> open.project().stage()).orElse("");
    SequencedSet<String> stages = project.stages();
    if (!chosen.isEmpty()) {
      stages.add(chosen);
    }
    return new Holding(project, context.writes().holds(), List.copyOf(stages), chosen);
  }
}
