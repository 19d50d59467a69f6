package io.runfabric.console.ui.listing;

import io.runfabric.console.operation.recover.Step;
import io.runfabric.console.ui.detail.ExtraTab;
import io.runfabric.console.ui.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;

/// What can be done on a page of rows; each action is the same from button, menu and keyboard.
///
/// @param onRows with the rows that are selected
/// @param onPage without any
/// @param onStep what does a step of a runbook; empty for what the window does not do
/// @param pages what else the detail of a row has
public record PageActions(
    List<Offer> onRows,
    List<Offer> onPage,
    Function<Step.Action, Optional<Command>> onStep,
    List<ExtraTab> pages) {

  /// Without more pages.
  public PageActions(
      List<Offer> onRows, List<Offer> onPage, Function<Step.Action, Optional<Command>> onStep) {
    this(onRows, onPage, onStep, List.of());
  }

  /// Nothing but looking.
  public static final PageActions NONE =
      new PageActions(List.of(), List.of(), _ -> Optional.empty());

  /// Puts the actions of a page together.
  ///
  /// @param <R> its rows
  public interface Maker<R> {

    /// @param selected the rows that are selected
    /// @param owner the window that dialogs belong to
    PageActions make(ReadOnlyObjectProperty<List<R>> selected, Supplier<Window> owner);
  }
}
