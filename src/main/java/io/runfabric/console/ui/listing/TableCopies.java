package io.runfabric.console.ui.listing;

import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.ui.shell.Desktop;
import io.runfabric.console.ui.table.Column;
import io.runfabric.console.ui.table.CopyFormat;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.table.ExportFormat;
import io.runfabric.console.ui.table.RowCopies;
import io.runfabric.console.ui.table.RowCount;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Job;
import io.runfabric.console.ui.task.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Takes what a table shows out of the window: copied, or exported.
///
/// @param notifier shows a short message for a moment
/// @param name what an exported file is called, without its ending
/// @param command the terminal command that goes with a row
public record TableCopies<R>(
    Tasks tasks,
    Desktop desktop,
    Consumer<String> notifier,
    TableModel<R> model,
    StateTable<R> table,
    RowCount count,
    String name,
    Function<R, List<String>> command) {

  /// The selected rows, or all visible ones when none is selected.
  public void copy(CopyFormat format) {
    List<R> chosen = model.selectedProperty().get();
    List<R> rows = new ArrayList<>(chosen.isEmpty() ? model.visible() : chosen);
    if (rows.isEmpty()) {
      return;
    }
    RowCopies<R> copies = new RowCopies<>(model.columns(), command);
    List<Column<R>> shown = table.shownColumns();
    copy(words(rows, format.word()), () -> copies.text(rows, format, shown));
  }

  /// The rows that pass the filter, in their order, with the columns on screen: to the clipboard,
  /// or to a file that appears only once it is whole.
  public void export(Export wanted) {
    ExportFormat format = wanted.format();
    List<R> rows = model.visible();
    List<Column<R>> shown = table.shownColumns();
    String what = words(rows, format.word());
    Text text = () -> RowCopies.export(rows, format, shown);
    if (wanted.toFile()) {
      desktop
          .chooseFile(name + "." + format.extension(), format.word(), format.extension())
          .ifPresent(file -> write(file, what, text));
    } else {
      copy(what, text);
    }
  }

  /// Rows as text, which takes a moment where there are many.
  private interface Text {
    String of();
  }

  private void copy(String what, Text text) {
    tasks.start(
        Job.passing(
            "Copying " + what,
            (_, _) -> text.of(),
            copied -> {
              desktop.copy(copied);
              notifier.accept("Copied " + what);
            }));
  }

  private void write(Path file, String what, Text text) {
    tasks.start(
        Job.reading(
                "Exporting " + what,
                (_, cancellation) -> {
                  String content = text.of();
                  cancellation.check();
                  DurableFile.replace(file, content.getBytes(StandardCharsets.UTF_8));
                  return what;
                },
                written -> notifier.accept("Exported " + written + " to " + file.getFileName()))
            .telling(_ -> what + " in " + file)
            .again(() -> write(file, what, text)));
  }

  private String words(List<R> rows, String format) {
    return count.words(rows.size(), rows.size()) + " as " + format;
  }
}
