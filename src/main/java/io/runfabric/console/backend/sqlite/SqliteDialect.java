package io.runfabric.console.backend.sqlite;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.local.DiskFailure;
import io.runfabric.console.backend.sql.Session;
import io.runfabric.console.backend.sql.SqlDialect;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// SQLite's side of a receipts table. Reading opens the file read-only and never creates it or a
/// file beside it. Only where a killed writer left a change half done does reading undo that half,
/// as every reader of SQLite does.
public final class SqliteDialect implements SqlDialect {

  private static final String TABLE = "runfabric_receipts";
  private static final String QUOTED = '"' + TABLE + '"';
  private static final int BUSY_MILLISECONDS = 5_000;
  private static final int WRITE_VERSION_OFFSET = 18;
  private static final int WAL = 2;

  private final Path file;

  /// @param file absolute; need not exist
  public SqliteDialect(Path file) {
    this.file = file;
  }

  @Override
  public String source() {
    return "sqlite";
  }

  @Override
  public String location() {
    return file.toString();
  }

  @Override
  public String table() {
    return TABLE;
  }

  @Override
  public Object database() {
    return file;
  }

  @Override
  public Optional<Session> openToRead() throws SQLException, BackendException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    requireDatabase();
    if (!Files.isReadable(file)) {
      throw new BackendException(
          Code.DENIED, "no permission to read " + file, "give yourself read permission on it");
    }
    boolean halfChanged = halfChanged();
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(!halfChanged);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    String uri = uri(halfChanged ? "?mode=rw" : "?mode=ro");
    return Optional.of(new OpenFile(config.createConnection("jdbc:sqlite:" + uri)));
  }

  // A pipe or a device would block.
  private void requireDatabase() throws BackendException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new BackendException(
          Code.DAMAGED,
          file
              + (Files.isDirectory(file) ? " is a folder" : " is a pipe or a device")
              + ", not a SQLite database",
          "set backend.sqlitePath to the database file");
    }
  }

  @Override
  public Session openToWrite() throws SQLException, BackendException {
    requireDatabase();
    if (Files.exists(file) && !Files.isWritable(file)) {
      // SQLite would make files beside it that nobody may write to either.
      throw new BackendException(
          Code.DENIED, "no permission to write " + file, "give yourself write permission on it");
    }
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot create the folder of " + file).causedBy(e);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      connection.setAutoCommit(false);
      return new OpenFile(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private record OpenFile(Connection connection) implements Session {
    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  @Override
  public Optional<String> existing(Connection connection) throws SQLException {
    String sql = "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, TABLE);
      try (var rows = select.executeQuery()) {
        return rows.next() ? Optional.of(QUOTED) : Optional.empty();
      }
    }
  }

  @Override
  public String create(Connection writing) throws SQLException {
    try (Statement create = writing.createStatement()) {
      create.execute(
          "CREATE TABLE IF NOT EXISTS "
              + QUOTED
              + " (workspace_id TEXT NOT NULL, stage TEXT NOT NULL, data TEXT NOT NULL,"
              + " updated_at TEXT NOT NULL, PRIMARY KEY(workspace_id, stage))");
    }
    return QUOTED;
  }

  /// Nothing: a transaction that writes has the whole database.
  // The database has one writer at a time.
  @Override
  public int writesAtOnce() {
    return 1;
  }

  @Override
  public String rowLock() {
    return "";
  }

  /// None: a row keeps nothing of its writing, and a file is read fast enough.
  @Override
  public Optional<String> stamp(List<String> keyColumns) {
    return Optional.empty();
  }

  @Override
  public String bytewise(String column) {
    return column;
  }

  /// Nothing: there is no server to wait for.
  @Override
  public void cancel(Statement running) {}

  @Override
  public boolean worthAnotherTry(SQLException e) {
    return false;
  }

  @Override
  public BackendException failure(String tried, SQLException e) {
    SQLiteErrorCode result =
        e instanceof SQLiteException failed
            ? failed.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    String doing = "cannot " + tried + " in " + file + ": ";
    BackendException failure =
        switch (result) {
          case SQLITE_NOTADB ->
              new BackendException(
                  Code.DAMAGED,
                  doing + "it is not a SQLite database",
                  "set backend.sqlitePath to the database, or put a backup in its place");
          case SQLITE_BUSY, SQLITE_BUSY_RECOVERY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED ->
              new BackendException(
                  Code.UNREACHABLE,
                  doing + "another process keeps it locked",
                  "wait for the running deploy to end and try again");
          case SQLITE_READONLY_ROLLBACK ->
              new BackendException(
                  Code.DENIED,
                  doing + "a writer was stopped halfway, and its half must be undone first",
                  "give yourself write permission on the file and its folder, and try again");
          case SQLITE_FULL, SQLITE_IOERR_SHMSIZE ->
              new BackendException(
                  Code.UNREACHABLE, doing + "the disk is full", "make room on it and try again");
          case SQLITE_READONLY,
              SQLITE_READONLY_CANTINIT,
              SQLITE_READONLY_CANTLOCK,
              SQLITE_READONLY_DIRECTORY,
              SQLITE_READONLY_RECOVERY,
              SQLITE_PERM,
              SQLITE_AUTH,
              SQLITE_CANTOPEN ->
              new BackendException(
                  Code.DENIED,
                  doing + "the file or its folder cannot be opened",
                  "check the permissions of the file and its folder");
          case SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE, SQLITE_CORRUPT_VTAB ->
              new BackendException(
                  Code.DAMAGED,
                  doing + "the database is damaged",
                  "copy the file, then try sqlite3's .recover on the copy, or restore a backup");
          case SQLiteErrorCode code when code.name().startsWith("SQLITE_IOERR") ->
              new BackendException(
                  Code.UNREACHABLE,
                  doing + "the disk does not take or give what it should (" + result.name() + ")",
                  "make sure that there is room on it and that it is sound, then try again");
          default ->
              new BackendException(
                  Code.DAMAGED,
                  doing + result.name(),
                  "check that the table runfabric_receipts has the columns workspace_id, stage,"
                      + " data and updated_at");
        };
    return failure.causedBy(e);
  }

  @Override
  public void close() {}

  // A rollback journal is there while somebody writes, and after somebody was killed writing; only
  // who may write can tell the two apart.
  private boolean halfChanged() {
    return Files.exists(Path.of(file + "-journal")) && !walMode() && Files.isWritable(file);
  }

  // A database in WAL mode without a log is complete in its file. Opening it read-only in the
  // usual way would leave a log and an index file behind, so it is opened as immutable.
  private String uri(String mode) {
    boolean quiet = walMode() && Files.notExists(Path.of(file + "-wal"));
    return file.toUri().toString().replaceFirst("^file:/+", "file:/")
        + (quiet ? "?immutable=1" : mode);
  }

  private boolean walMode() {
    try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "r")) {
      header.seek(WRITE_VERSION_OFFSET);
      return header.read() == WAL;
    } catch (IOException _) {
      return false;
    }
  }
}
