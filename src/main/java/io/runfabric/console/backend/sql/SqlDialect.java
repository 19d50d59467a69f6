package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// What tells one database from another.
public interface SqlDialect {

  /// The id that references to this database carry.
  String source();

  /// Where the database is, without credentials.
  String location();

  /// A connection that cannot write; empty when there is no database yet.
  Optional<Connection> openToRead() throws SQLException, BackendException;

  /// A connection inside a transaction that excludes other writers from the start; the table
  /// exists.
  Connection openToWrite() throws SQLException, BackendException;

  /// Whether the receipts table exists.
  boolean hasTable(Connection connection) throws SQLException;

  /// The table's name, quoted for SQL.
  String quotedTable();

  /// The table's name for people and for keys.
  String table();

  /// The error for a failed call.
  BackendException failure(String tried, SQLException e);
}
