package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// One table of one database, and what tells that database from others.
public interface SqlDialect {

  /// The id that references to this table carry.
  String source();

  /// Where the table is, without credentials.
  String location();

  /// The table's name for people and for keys.
  String table();

  /// Equal for tables that one transaction can reach.
  Object database();

  /// A session that cannot write; empty when there is no database yet.
  Optional<Session> openToRead() throws SQLException, BackendException;

  /// A session whose transaction sees what others have committed; with [#rowLock()] it excludes
  /// other writers.
  Session openToWrite() throws SQLException, BackendException;

  /// The name of the table as SQL wants it; empty when it does not exist.
  Optional<String> existing(Connection connection) throws SQLException;

  /// As [#existing], for a writer: as it was found a moment ago, where that is remembered.
  default Optional<String> found(Connection connection) throws SQLException {
    return existing(connection);
  }

  /// Creates the table, unless somebody else does at the same moment, and tells its name as SQL
  /// wants it.
  ///
  /// @param writing the session's connection that is going to write into it
  String create(Connection writing) throws SQLException, BackendException;

  /// How many transactions may write at once without standing in each other's way.
  int writesAtOnce();

  /// What a SELECT ends with so that nobody else changes the row before the transaction ends.
  String rowLock();

  /// An aggregate over rows, a short text: another one whenever a row was added, removed or written
  /// anew, whatever it says of its own age. Empty where that takes reading the rows.
  Optional<String> stamp(List<String> keyColumns);

  /// A column that is to be ordered by its bytes.
  String bytewise(String column);

  /// Ends, from another thread, a statement that waits for a server.
  void cancel(Statement running);

  /// Whether the transaction fell victim to another one and may go through when tried again.
  boolean worthAnotherTry(SQLException e);

  /// The error for a failed call.
  BackendException failure(String tried, SQLException e);

  /// Gives up what is kept between sessions.
  void close();
}
