package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.sql.Session;
import io.runfabric.console.backend.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// PostgreSQL's side of a table: the receipts of engine 2, the records of engine 1, or the
/// console's own locks.
public final class PostgresDialect implements SqlDialect {

  private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// The table as it was found, and when.
  private record Seen(Optional<String> name, long at) {
    static final Seen NOTHING = new Seen(Optional.empty(), 0);
  }

  private volatile Seen seen = Seen.NOTHING;
  private final String source;
  private final PostgresDatabase database;
  private final TablePlace place;
  private final String columns;

  private PostgresDialect(
      String source, PostgresDatabase database, TablePlace place, String columns) {
    this.source = source;
    this.database = database;
    this.place = place;
    this.columns = columns;
  }

  /// Engine 2's receipts (FORMATS §2).
  ///
  /// @param table as configured, possibly with its schema
  public static PostgresDialect receipts(PostgresDatabase database, String table)
      throws BackendException {
    return new PostgresDialect(
        "postgres", database, TablePlace.ofEngine2(table), stageColumns("JSONB"));
  }

  /// The console's own locks, in `<receipts table>_locks` beside the receipts. The engine locks
  /// Postgres receipts in a local file, which excludes nobody on another machine.
  public static PostgresDialect locks(PostgresDatabase database, String receiptsTable)
      throws BackendException {
    return new PostgresDialect(
        "postgres-locks",
        database,
        new TablePlace.Beside(TablePlace.ofEngine2(receiptsTable), "_locks"),
        stageColumns("TEXT"));
  }

  /// Engine 1's state records and their locks (FORMATS §5).
  ///
  /// @param source the id that references to the table carry
  public static PostgresDialect records(
      String source, PostgresDatabase database, String schema, String table)
      throws BackendException {
    return new PostgresDialect(
        source,
        database,
        TablePlace.ofEngine1(schema, table),
        "(key TEXT PRIMARY KEY, value TEXT NOT NULL, updated_at TIMESTAMPTZ NOT NULL DEFAULT"
            + " now())");
  }

  private static String stageColumns(String data) {
    return "(workspace_id TEXT NOT NULL, stage TEXT NOT NULL, data "
        + data
        + " NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (workspace_id, stage))";
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String location() {
    try {
      return "postgres://" + database.target().place() + " (" + table() + ")";
    } catch (BackendException _) {
      return "postgres, where " + database.variable() + " leads (" + table() + ")";
    }
  }

  @Override
  public String table() {
    return place.shown();
  }

  /// Where the connection string leads, by the same user and settings: then a name means the same
  /// table. Without a connection string, the variable.
  @Override
  public Object database() {
    try {
      return database.target();
    } catch (BackendException _) {
      return database.variable();
    }
  }

  @Override
  public Optional<Session> openToRead() throws SQLException, BackendException {
    return Optional.of(database.openToRead());
  }

  @Override
  public Session openToWrite() throws SQLException, BackendException {
    return database.openToWrite();
  }

  @Override
  public Optional<String> existing(Connection connection) throws SQLException {
    Optional<String> found = place.existing(connection).map(TableName::quoted);
    seen = new Seen(found, System.nanoTime());
    return found;
  }

  // Who writes much asks once a second: a table that goes away meanwhile fails the statement.
  @Override
  public Optional<String> found(Connection connection) throws SQLException {
    Seen last = seen;
    return last.name().isPresent() && System.nanoTime() - last.at() < REMEMBERED_NANOS
        ? last.name()
        : existing(connection);
  }

  /// In a transaction of its own, so that it is over before rows are locked.
  @Override
  public String create(Connection writing) throws SQLException, BackendException {
    TableName table = place.created(writing);
    String statement = "CREATE TABLE IF NOT EXISTS " + table.quoted() + " " + columns;
    try (Session session = database.openToWrite();
        Statement create = session.connection().createStatement()) {
      create.execute(statement);
      session.connection().commit();
    } catch (SQLException e) {
      // Two who create a table at once: one of them may be told that a name is taken.
      Optional<String> others = existing(writing);
      if (others.isEmpty()) {
        throw new PostgresFailure(database, table(), table, Optional.of(statement))
            .of("create the table", e);
      }
      return others.get();
    }
    return table.quoted();
  }

  /// The statement that creates the table, for whoever may run it.
  String creation() {
    return "CREATE TABLE IF NOT EXISTS " + place.likely().quoted() + " " + columns;
  }

  @Override
  public int writesAtOnce() {
    return database.atOnce();
  }

  @Override
  public String rowLock() {
    return " FOR UPDATE";
  }

  /// Of the transaction that wrote each row last, which PostgreSQL keeps with it. A view has no
  /// such column, so its rows cannot be followed.
  @Override
  public Optional<String> stamp(List<String> keyColumns) {
    String keys = String.join(", ", keyColumns);
    String order = keyColumns.stream().map(this::bytewise).collect(Collectors.joining(", "));
    String rows =
        "string_agg(json_build_array(" + keys + ", xmin::text)::text, ',' ORDER BY " + order + ")";
    return Optional.of("encode(sha256(convert_to(coalesce(" + rows + ", ''), 'UTF8')), 'hex')");
  }

  @Override
  public String bytewise(String column) {
    return column + " COLLATE \"C\"";
  }

  @Override
  public void cancel(Statement running) {
    try {
      running.cancel();
    } catch (SQLException _) {
      // The server ends the statement when it notices that nobody waits for it.
    }
  }

  @Override
  public boolean worthAnotherTry(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    return state.equals("40001") || state.equals("40P01");
  }

  @Override
  public BackendException failure(String tried, SQLException e) {
    seen = Seen.NOTHING;
    return new PostgresFailure(database, table(), place.likely(), Optional.empty()).of(tried, e);
  }

  @Override
  public void close() {
    database.close();
  }
}
