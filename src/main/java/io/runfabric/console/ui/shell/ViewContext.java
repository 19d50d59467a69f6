package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.task.Tasks;
import io.runfabric.console.ui.write.Write;
import io.runfabric.console.ui.write.WriteDialog;
import io.runfabric.console.ui.write.WriteModel;
import io.runfabric.console.ui.write.Writes;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

/// What a view is given.
///
/// @param project the open project's rows
/// @param tasks starts background work
/// @param clock what ages and leases are relative to
/// @param redactor what may be seen now: masking until the user reveals secrets
/// @param navigator shows a place
/// @param notifier shows a short message for a moment
/// @param desktop clipboard, files and browser
/// @param writes what is needed to change something
/// @param revealer shows secrets as long as somebody holds something down
/// @param errands begins what takes several pages
/// @param memory what is remembered of the page
public record ViewContext(
    ProjectModel project,
    Tasks tasks,
    Clock clock,
    ReadOnlyObjectProperty<Redactor> redactor,
    Consumer<Place> navigator,
    Consumer<String> notifier,
    Desktop desktop,
    Writes writes,
    Consumer<Boolean> revealer,
    Consumer<Errand> errands,
    PageMemory memory) {

  /// Whether nothing may be changed now: what every action that writes is disabled by.
  public ObservableBooleanValue readOnly() {
    return tasks.readOnlyProperty();
  }

  /// Whether something may be changed now.
  public ObservableValue<Boolean> writable() {
    return readOnly().map(only -> !only);
  }

  /// Whether an action that writes can be done: it is offered, and something may be changed.
  public ObservableValue<Boolean> writable(ObservableValue<Boolean> offered) {
    return Bindings.createBooleanBinding(
            () -> offered.getValue() && !readOnly().get(), offered, readOnly())
        .asObject();
  }

  /// Goes to a place.
  public void open(Place place) {
    navigator.accept(place);
  }

  /// Begins something that takes several pages.
  public void start(Errand errand) {
    errands.accept(errand);
  }

  /// Tells the user in passing, such as `Copied 3 rows as JSON`.
  public void notify(String message) {
    notifier.accept(message);
  }

  /// Puts text on the clipboard and says so.
  public void copy(String text) {
    desktop.copy(text);
    notify("Copied");
  }

  /// Shows what a write would do, asks, and does it when the user agrees.
  ///
  /// @param owner the window the question belongs to
  public <P, R> void ask(Write<P, R> write, Window owner) {
    WriteModel<P, R> model = new WriteModel<>(write, project, writes);
    new WriteDialog(owner, model, this::copy).show();
  }

  /// Copies what stands in a document. While secrets are shown it may be one, and does not stay on
  /// the clipboard.
  public void copyShown(String text) {
    if (redactor.get().equals(Redactor.masking())) {
      desktop.copy(text);
      notify("Copied");
    } else {
      desktop.copySecret(text);
      notify(
          "Copied; it is taken off the clipboard in "
              + SecretClipboard.STAYS.toSeconds()
              + " seconds");
    }
  }
}
