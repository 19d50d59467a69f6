package io.runfabric.console.ui.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.ShellWords;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes rows as text for the clipboard.
///
/// @param command the words of the terminal command that shows a row
public record RowCopies<R>(List<Column<R>> columns, Function<R, List<String>> command) {

  /// @param shown the columns on screen in their order; CSV has these, JSON has all
  public String text(List<R> rows, CopyFormat format, List<Column<R>> shown) {
    return switch (format) {
      case JSON -> {
        ArrayNode all = RowTexts.array(rows, columns);
        yield Json.pretty(all.size() == 1 ? all.get(0) : all);
      }
      case CSV -> RowTexts.of(rows, shown, ExportFormat.CSV);
      case COMMAND ->
          rows.stream()
              .map(row -> ShellWords.line(command.apply(row)))
              .distinct()
              .collect(Collectors.joining("\n"));
    };
  }

  /// A table as it is on screen.
  ///
  /// @param rows those that pass the filter, in their order
  /// @param shown the columns on screen in their order
  public static <R> String export(List<R> rows, ExportFormat format, List<Column<R>> shown) {
    return RowTexts.of(rows, shown, format);
  }
}
