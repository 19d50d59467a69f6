package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The receipts table `(workspace_id, stage, data, updated_at)` as a document store; keys are
/// `<table>[<workspace>]/<stage>`. A revision is the digest of `data` and `updated_at`.
public final class ReceiptTable implements DocumentStore {

  private static final int ROWS_PER_FETCH = 500;

  private final SqlDialect dialect;

  public ReceiptTable(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /// The workspace ids in the table and how many rows each has, by id.
  public Map<String, Long> workspaces() throws BackendException {
    String sql =
        "SELECT workspace_id, COUNT(*) FROM " + dialect.quotedTable() + " GROUP BY workspace_id";
    Map<String, Long> counts = new TreeMap<>();
    reading(connection -> {
      try (PreparedStatement select = connection.prepareStatement(sql);
          ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          counts.put(text(rows, 1), rows.getLong(2));
        }
      }
    });
    return counts;
  }

  @Override
  public String location() {
    return dialect.location();
  }

  @Override
  public int readsAtOnce() {
    return 2 * Runtime.getRuntime().availableProcessors();
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    RowKey workspace = row(range.prefix());
    String sql =
        "SELECT stage, data, updated_at FROM "
            + dialect.quotedTable()
            + " WHERE workspace_id = ? ORDER BY stage";
    reading(connection -> {
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setFetchSize(ROWS_PER_FETCH);
        select.setString(1, workspace.workspace());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            cancellation.check();
            RowKey key = new RowKey(workspace.workspace(), text(rows, 1));
            StoredDocument document = document(key, rows, 2);
            sink.accept(new Listed(document.key(), Optional.of(document)));
          }
        }
      }
    });
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    RowKey row = row(key);
    List<StoredDocument> found = new ArrayList<>(1);
    reading(connection -> stored(connection, row).ifPresent(found::add));
    return found.stream().findFirst();
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    RowKey row = row(key);
    String updatedAt = updatedAt(content);
    try (Connection connection = dialect.openToWrite()) {
      Optional<StoredDocument> stored = stored(connection, row);
      switch (precondition) {
        case Precondition.Absent() -> {
          if (stored.isPresent()) {
            throw conflict(key, "already exists");
          }
          insert(connection, row, content, updatedAt);
        }
        case Precondition.Matches(Revision expected) -> {
          require(key, expected, stored);
          update(connection, row, content, updatedAt);
        }
      }
      fence.check();
      connection.commit();
      return revision(content, updatedAt);
    } catch (SQLException e) {
      throw dialect.failure("write " + key, e);
    }
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    RowKey row = row(key);
    String sql = "DELETE FROM " + dialect.quotedTable() + " WHERE workspace_id = ? AND stage = ?";
    try (Connection connection = dialect.openToWrite()) {
      require(key, expected, stored(connection, row));
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setString(1, row.workspace());
        delete.setString(2, row.stage());
        delete.executeUpdate();
      }
      fence.check();
      connection.commit();
    } catch (SQLException e) {
      throw dialect.failure("delete " + key, e);
    }
  }

  @Override
  public void close() {}

  private interface Reading {
    void with(Connection connection) throws SQLException;
  }

  /// Reads if there is a database with the table; without one there is nothing to read.
  private void reading(Reading reading) throws BackendException {
    try (Connection connection = dialect.openToRead().orElse(null)) {
      if (connection != null && dialect.hasTable(connection)) {
        reading.with(connection);
      }
    } catch (SQLException e) {
      throw dialect.failure("read " + dialect.table(), e);
    }
  }

  private Optional<StoredDocument> stored(Connection connection, RowKey row) throws SQLException {
    String sql =
        "SELECT data, updated_at FROM "
            + dialect.quotedTable()
            + " WHERE workspace_id = ? AND stage = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, row.workspace());
      select.setString(2, row.stage());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(document(row, rows, 1)) : Optional.empty();
      }
    }
  }

  private void insert(Connection connection, RowKey row, byte[] content, String updatedAt)
      throws SQLException {
    String sql =
        "INSERT INTO "
            + dialect.quotedTable()
            + " (data, updated_at, workspace_id, stage) VALUES (?, ?, ?, ?)";
    change(connection, sql, row, content, updatedAt);
  }

  private void update(Connection connection, RowKey row, byte[] content, String updatedAt)
      throws SQLException {
    String sql =
        "UPDATE "
            + dialect.quotedTable()
            + " SET data = ?, updated_at = ? WHERE workspace_id = ? AND stage = ?";
    change(connection, sql, row, content, updatedAt);
  }

  private static void change(
      Connection connection, String sql, RowKey row, byte[] content, String updatedAt)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, new String(content, StandardCharsets.UTF_8));
      statement.setString(2, updatedAt);
      statement.setString(3, row.workspace());
      statement.setString(4, row.stage());
      statement.executeUpdate();
    }
  }

  private StoredDocument document(RowKey key, ResultSet rows, int dataColumn) throws SQLException {
    byte[] data = rows.getBytes(dataColumn);
    byte[] content = data == null ? new byte[0] : data;
    return new StoredDocument(
        key.text(dialect.table()), content, revision(content, text(rows, dataColumn + 1)));
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  private static Revision revision(byte[] content, String updatedAt) {
    return Revision.ofContent(content, updatedAt.getBytes(StandardCharsets.UTF_8));
  }

  private RowKey row(String key) throws BackendException {
    return RowKey.parse(dialect.table(), key)
        .orElseThrow(() ->
            new BackendException(
                Code.INVALID,
                "a key that is no row of " + dialect.table(),
                "use a key that a listing shows"));
  }

  private static void require(String key, Revision expected, Optional<StoredDocument> stored)
      throws BackendException {
    if (stored.isEmpty()) {
      throw conflict(key, "is gone");
    }
    if (!stored.get().revision().equals(expected)) {
      throw conflict(key, "was changed meanwhile");
    }
  }

  private static BackendException conflict(String key, String what) {
    return new BackendException(
        Code.CONFLICT, key + " " + what, "look at what is stored now, then decide again");
  }

  private static String updatedAt(byte[] content) {
    try {
      return Json.object(content).path("updatedAt").asText("");
    } catch (UnreadableDocumentException _) {
      return "";
    }
  }
}
