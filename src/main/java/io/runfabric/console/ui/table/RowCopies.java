package io.runfabric.console.ui.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.operation.ShellWords;
import java.util.ArrayList;
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
      case JSON -> json(rows);
      case CSV -> csv(rows, shown);
      case COMMAND ->
          rows.stream()
              .map(row -> ShellWords.line(command.apply(row)))
              .distinct()
              .collect(Collectors.joining("\n"));
    };
  }

  private String json(List<R> rows) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> all.add(object(row)));
    return Json.pretty(all.size() == 1 ? all.get(0) : all);
  }

  private ObjectNode object(R row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Column<R> column : columns) {
      String text = column.text().apply(row);
      if (column.kind() == CellKind.NUMBER && !text.isEmpty()) {
        object.put(column.id(), Long.parseLong(text));
      } else {
        object.put(column.id(), text);
      }
    }
    return object;
  }

  private String csv(List<R> rows, List<Column<R>> shown) {
    List<List<String>> records = new ArrayList<>();
    records.add(shown.stream().map(Column::title).toList());
    for (R row : rows) {
      records.add(shown.stream().map(column -> column.text().apply(row)).toList());
    }
    return Csv.of(records);
  }
}
