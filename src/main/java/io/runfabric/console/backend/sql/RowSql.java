package io.runfabric.console.backend.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// The statements over a table of one shape. Only names that the house knows or has checked and
/// quoted become part of a statement; every value is a parameter.
record RowSql(SqlDialect dialect, RowShape shape) {

  /// The key columns, then the document, of the rows of a part, by ascending key.
  String selectPart(String table, RowShape.Part part) {
    return "SELECT "
        + String.join(", ", shape.keyColumns())
        + ", "
        + document()
        + " FROM "
        + table
        + " WHERE "
        + part.condition()
        + " ORDER BY "
        + shape.keyColumns().stream().map(dialect::bytewise).collect(Collectors.joining(", "));
  }

  /// One row with the stamp of a part.
  String stampPart(String table, RowShape.Part part, String stamp) {
    return "SELECT " + stamp + " FROM " + table + " WHERE " + part.condition();
  }

  /// The document of one row.
  String selectOne(String table) {
    return "SELECT " + document() + " FROM " + table + oneRow();
  }

  /// Writes a row where there is none, and tells what is stored then: content, `updated_at` where
  /// it is dated, key, and once more the key.
  String insert(String table) {
    return "INSERT INTO "
        + table
        + " ("
        + shape.contentColumn()
        + ", updated_at, "
        + String.join(", ", shape.keyColumns())
        + ") SELECT ?, "
        + date()
        + ", ?".repeat(shape.keyColumns().size())
        + " WHERE NOT EXISTS (SELECT 1 FROM "
        + table
        + oneRow()
        + ") ON CONFLICT DO NOTHING"
        + returning();
  }

  /// Writes a row where there is one, and tells what is stored then: content, `updated_at` where it
  /// is dated, key.
  String update(String table) {
    return "UPDATE "
        + table
        + " SET "
        + shape.contentColumn()
        + " = ?, updated_at = "
        + date()
        + oneRow()
        + returning();
  }

  /// Removes a row, and tells what was stored.
  String delete(String table) {
    return "DELETE FROM " + table + oneRow() + returning();
  }

  static void bind(PreparedStatement statement, int first, List<String> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setString(first + i, values.get(i));
    }
  }

  private String document() {
    return shape.contentColumn() + (shape.dated() ? ", updated_at" : "");
  }

  private String returning() {
    return " RETURNING " + document();
  }

  private String date() {
    return shape.dated() ? "?" : "CURRENT_TIMESTAMP";
  }

  private String oneRow() {
    return shape.keyColumns().stream()
        .map(column -> column + " = ?")
        .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }
}
