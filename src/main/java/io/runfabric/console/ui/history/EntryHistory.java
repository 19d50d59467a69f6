package io.runfabric.console.ui.history;

import io.runfabric.console.model.Entry;
import io.runfabric.console.operation.history.KeptVersion;
import io.runfabric.console.ui.compare.Choice;
import io.runfabric.console.ui.compare.CompareDialog;
import io.runfabric.console.ui.compare.CompareModel;
import io.runfabric.console.ui.detail.ExtraTab;
import io.runfabric.console.ui.shell.ViewContext;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.Window;

/// What can be done about an entry's past: see it, compare with it, go back to it.
///
/// @param owner the window that dialogs belong to
public record EntryHistory(ViewContext context, Supplier<Window> owner) {

  /// The page that lists it.
  public ExtraTab page() {
    return new HistoryPane(
        new HistoryModel(context.project()),
        context.clock()::instant,
        context.writable(),
        (entry, version) -> compare(Choice.of(entry, version, context.clock().instant()), entry),
        this::restore);
  }

  /// Compares an entry with what it was before, once that is found.
  public void compare(Entry entry) {
    Choice now = Choice.now(entry);
    show(now, now).look(entry, /* instead= */ true);
  }

  /// Compares two entries, both as they are now.
  public void compare(Entry left, Entry right) {
    CompareModel model = show(Choice.now(left), Choice.now(right));
    model.look(left, /* instead= */ false);
    model.look(right, /* instead= */ false);
  }

  private void compare(Choice earlier, Entry entry) {
    show(earlier, Choice.now(entry)).look(entry, /* instead= */ false);
  }

  private CompareModel show(Choice left, Choice right) {
    List<Choice> listed = context.project().entries().stream().map(Choice::now).toList();
    CompareModel model =
        new CompareModel(
            context.project(), context.redactor(), context.clock(), listed, left, right);
    new CompareDialog(owner.get(), model, context).show();
    return model;
  }

  private void restore(Entry entry, KeptVersion version) {
    context.ask(
        new RestoringVersion(entry, version, context.project().sourceProperty().get()),
        owner.get());
  }
}
