package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StampedStore;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The rows of a table as a document store. A revision is the digest of the document, with
/// `updated_at` where that is a part of it.
public final class RowStore implements StampedStore {

  private final SqlDialect dialect;
  private final RowShape shape;
  private final RowSql sql;

  public RowStore(SqlDialect dialect, RowShape shape) {
    this.dialect = dialect;
    this.shape = shape;
    this.sql = new RowSql(dialect, shape);
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
  public int writesAtOnce() {
    return dialect.writesAtOnce();
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    RowShape.Part part = shape.part(range);
    new RowSelect(dialect, part, table -> sql.selectPart(table, part))
        .take(rows -> wanted(part, rows), row -> sink.accept(Listed.whole(row)), cancellation);
  }

  private Optional<StoredDocument> wanted(RowShape.Part part, ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= shape.keyColumns().size(); i++) {
      values.add(text(rows, i));
    }
    String key = shape.key(values);
    return part.wanted().test(key)
        ? Optional.of(document(key, rows, values.size() + 1))
        : Optional.empty();
  }

  /// One statement where the database can tell, else the digest of all rows. A table that does not
  /// exist has a stamp too.
  @Override
  public boolean stampedByListing() {
    return dialect.stamp(shape.keyColumns()).isEmpty();
  }

  @Override
  public Revision stamp(Range range, Cancellation cancellation) throws BackendException {
    Optional<String> aggregate = dialect.stamp(shape.keyColumns());
    if (aggregate.isEmpty()) {
      return StampedStore.super.stamp(range, cancellation);
    }
    RowShape.Part part = shape.part(range);
    List<Revision> found = new ArrayList<>();
    new RowSelect(dialect, part, table -> sql.stampPart(table, part, aggregate.get()))
        .take(
            row -> Optional.of(stamp(range.prefix(), row)),
            row -> found.add(row.revision()),
            cancellation);
    return found.isEmpty() ? Revision.ofContent() : found.getFirst();
  }

  private static StoredDocument stamp(String prefix, ResultSet row) throws SQLException {
    return new StoredDocument(prefix, new byte[0], Revision.ofText(text(row, 1)));
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    List<String> at = shape.values(key);
    try (Session session = dialect.openToRead().orElse(null)) {
      Optional<String> table =
          session == null ? Optional.empty() : dialect.existing(session.connection());
      return session == null || table.isEmpty()
          ? Optional.empty()
          : stored(session.connection(), sql.selectOne(table.get()), key, at);
    } catch (SQLException e) {
      throw dialect.failure("read " + key, e);
    }
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    List<String> at = shape.values(key);
    List<String> cells = new ArrayList<>();
    cells.add(StrictText.of(key, content));
    shape.updatedAt(content).ifPresent(cells::add);
    cells.addAll(at);
    return new WriteTransaction(dialect, fence)
        .run(
            "write " + key,
            connection -> {
              Optional<String> existing = dialect.found(connection);
              return switch (precondition) {
                case Precondition.Absent() -> {
                  String table = existing.isPresent() ? existing.get() : dialect.create(connection);
                  // Twice the key: a table that others made may have no primary key.
                  List<String> values = new ArrayList<>(cells);
                  values.addAll(at);
                  yield changed(connection, sql.insert(table), key, values)
                      .orElseThrow(() -> BackendException.conflict(key, "already exists"));
                }
                case Precondition.Matches(Revision expected) -> {
                  String table =
                      existing.orElseThrow(() -> BackendException.conflict(key, "is gone"));
                  require(key, expected, locked(connection, table, key, at));
                  yield changed(connection, sql.update(table), key, cells)
                      .orElseThrow(() -> BackendException.conflict(key, "is gone"));
                }
              };
            });
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    List<String> at = shape.values(key);
    new WriteTransaction(dialect, fence)
        .run(
            "delete " + key,
            connection -> {
              String table =
                  dialect
                      .found(connection)
                      .orElseThrow(() -> BackendException.conflict(key, "is gone"));
              // What turns out to be another document comes back with the transaction's end.
              require(key, expected, stored(connection, sql.delete(table), key, at));
              return table;
            });
  }

  @Override
  public void close() {
    dialect.close();
  }

  /// Equal for stores that one transaction can reach.
  Object database() {
    return dialect.database();
  }

  /// The document, in a row that nobody else changes before the transaction ends.
  Optional<StoredDocument> locked(Connection connection, String key)
      throws SQLException, BackendException {
    Optional<String> table = dialect.found(connection);
    return table.isEmpty()
        ? Optional.empty()
        : locked(connection, table.get(), key, shape.values(key));
  }

  // What is stored may be spelt otherwise than what was written, so the revision is told by it.
  private Optional<Revision> changed(
      Connection connection, String statement, String key, List<String> values)
      throws SQLException {
    return stored(connection, statement, key, values).map(StoredDocument::revision);
  }

  private Optional<StoredDocument> locked(
      Connection connection, String table, String key, List<String> at) throws SQLException {
    return stored(connection, sql.selectOne(table) + dialect.rowLock(), key, at);
  }

  private Optional<StoredDocument> stored(
      Connection connection, String query, String key, List<String> at) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      RowSql.bind(select, 1, at);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(document(key, rows, 1)) : Optional.empty();
      }
    }
  }

  private StoredDocument document(String key, ResultSet rows, int column) throws SQLException {
    byte[] data = rows.getBytes(column);
    byte[] content = data == null ? new byte[0] : data;
    Revision revision =
        shape.dated()
            ? Revision.ofContent(content, text(rows, column + 1).getBytes(StandardCharsets.UTF_8))
            : Revision.ofContent(content);
    return new StoredDocument(key, content, revision);
  }

  static String text(ResultSet rows, int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  private static void require(String key, Revision expected, Optional<StoredDocument> stored)
      throws BackendException {
    if (stored.isEmpty()) {
      throw BackendException.conflict(key, "is gone");
    }
    if (!stored.get().revision().equals(expected)) {
      throw BackendException.conflict(key, "was changed meanwhile");
    }
  }
}
