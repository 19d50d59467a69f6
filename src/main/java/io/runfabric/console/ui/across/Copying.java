package io.runfabric.console.ui.across;

import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.ui.shell.AcrossContext;
import io.runfabric.console.ui.table.CopyFormat;
import io.runfabric.console.ui.table.Export;
import io.runfabric.console.ui.table.ExportFormat;
import io.runfabric.console.ui.table.RowCopies;
import io.runfabric.console.ui.table.RowCount;
import io.runfabric.console.ui.table.StateTable;
import io.runfabric.console.ui.table.TableModel;
import io.runfabric.console.ui.task.Job;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Takes a table about all projects out of the window: copied or exported.
///
/// @param name what an exported file is called
/// @param command the terminal command that goes with a row
record Copying<R>(
    AcrossContext context,
    TableModel<R> model,
    StateTable<R> table,
    RowCount count,
    String name,
    Function<R, List<String>> command) {

  /// The selected rows, or all visible ones when none is selected.
  void copy(CopyFormat format) {
    List<R> selected = model.selectedProperty().get();
    List<R> rows = selected.isEmpty() ? model.visible() : selected;
    RowCopies<R> copies = new RowCopies<>(model.columns(), command);
    var shown = table.shownColumns();
    String what = words(rows, format.word());
    context
        .tasks()
        .start(
            Job.passing(
                "Copying " + what,
                (_, _) -> copies.text(rows, format, shown),
                text -> copied(text, what)));
  }

  /// The table as it is on screen.
  void export(Export wanted) {
    List<R> rows = model.visible();
    ExportFormat format = wanted.format();
    String what = words(rows, format.word());
    if (wanted.toFile()) {
      context
          .desktop()
          .chooseFile(name + "." + format.extension(), format.word(), format.extension())
          .ifPresent(file -> write(file, rows, format, what));
    } else {
      var shown = table.shownColumns();
      context
          .tasks()
          .start(
              Job.passing(
                  "Copying " + what,
                  (_, _) -> RowCopies.export(rows, format, shown),
                  text -> copied(text, what)));
    }
  }

  private void write(Path file, List<R> rows, ExportFormat format, String what) {
    var shown = table.shownColumns();
    context
        .tasks()
        .start(
            Job.reading(
                    "Exporting " + what,
                    (_, _) -> {
                      String text = RowCopies.export(rows, format, shown);
                      DurableFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
                      return what;
                    },
                    written ->
                        context
                            .notifier()
                            .accept("Exported " + written + " to " + file.getFileName()))
                .telling(_ -> what + " in " + file));
  }

  private void copied(String text, String what) {
    context.desktop().copy(text);
    context.notifier().accept("Copied " + what);
  }

  private String words(List<R> rows, String format) {
    return count.words(rows.size(), rows.size()) + " as " + format;
  }
}
