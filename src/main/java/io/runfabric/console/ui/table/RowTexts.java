package io.runfabric.console.ui.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.operation.report.Csv;
import io.runfabric.console.operation.report.Markdown;
import java.util.ArrayList;
import java.util.List;

/// Rows as text in each format. What is secret stays masked, also while secrets are shown: the text
/// leaves the window.
final class RowTexts {

  private RowTexts() {}

  /// The columns given, in their order.
  static <R> String of(List<R> rows, List<Column<R>> columns, ExportFormat format) {
    return switch (format) {
      case CSV -> Csv.of(records(rows, columns));
      case JSON -> Json.pretty(array(rows, columns)) + "\n";
      case MARKDOWN -> Markdown.of(records(rows, columns));
    };
  }

  static <R> ArrayNode array(List<R> rows, List<Column<R>> columns) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> all.add(object(row, columns)));
    return all;
  }

  private static <R> ObjectNode object(R row, List<Column<R>> columns) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Column<R> column : columns) {
      String text = text(column, row);
      if (column.kind() == CellKind.NUMBER && !text.isEmpty()) {
        object.put(column.id(), Long.parseLong(text));
      } else {
        object.put(column.id(), text);
      }
    }
    return object;
  }

  /// A line of titles, then a line per row.
  static <R> List<List<String>> records(List<R> rows, List<Column<R>> columns) {
    List<List<String>> records = new ArrayList<>();
    records.add(columns.stream().map(Column::title).toList());
    for (R row : rows) {
      records.add(columns.stream().map(column -> text(column, row)).toList());
    }
    return records;
  }

  private static <R> String text(Column<R> column, R row) {
    return Redactor.masking().value(column.id(), column.text().apply(row));
  }
}
