package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A statement about a part of a table, whose result is read by a thread of its own.
///
/// @param statement takes the table's name as SQL wants it
record RowSelect(SqlDialect dialect, RowShape.Part part, UnaryOperator<String> statement) {

  /// Makes a document of the row that a result stands at; one that is not wanted is empty.
  interface Row {
    Optional<StoredDocument> document(ResultSet rows) throws SQLException;
  }

  /// Hands over every document, on this thread; none where there is no table.
  void take(Row each, Consumer<StoredDocument> sink, Cancellation cancellation)
      throws BackendException {
    try {
      new RowPages(dialect).take(pages -> read(each, pages), sink, cancellation);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException failed) {
        throw dialect.failure("read " + dialect.table(), failed);
      }
      if (e.getCause() instanceof BackendException failed) {
        throw failed;
      }
      throw new IllegalStateException("reading failed in an unforeseen way", e);
    }
  }

  private void read(Row each, RowPages pages)
      throws SQLException, BackendException, InterruptedException {
    try (Session session = dialect.openToRead().orElse(null)) {
      Optional<String> table =
          session == null ? Optional.empty() : dialect.existing(session.connection());
      if (session == null || table.isEmpty()) {
        return;
      }
      try (PreparedStatement select =
          session.connection().prepareStatement(statement.apply(table.get()))) {
        select.setFetchSize(RowPages.ROWS);
        RowSql.bind(select, 1, part.parameters());
        pages.from(select);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            Optional<StoredDocument> row = each.document(rows);
            if (row.isPresent()) {
              pages.add(row.get());
            }
          }
        }
      }
    }
  }
}
