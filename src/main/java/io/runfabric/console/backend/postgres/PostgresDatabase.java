package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.ReadsAtOnce;
import io.runfabric.console.backend.sql.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database that a variable's connection string leads to. The variable is looked at when the
/// database is first needed, so a project can be opened without it.
public final class PostgresDatabase {

  private final Map<String, String> environment;
  private final String variable;
  private final Patience patience;
  private @Nullable Opened opened;

  private record Opened(Target target, Connections connections, int atOnce) {}

  /// @param environment the process's variables over those of `.env`
  /// @param variable holds the connection string
  public PostgresDatabase(Map<String, String> environment, String variable) {
    this(environment, variable, Patience.of(environment));
  }

  PostgresDatabase(Map<String, String> environment, String variable, Patience patience) {
    this.environment = environment;
    this.variable = variable;
    this.patience = patience;
  }

  /// The variable that leads here.
  String variable() {
    return variable;
  }

  /// Where the connection string leads; two variables may lead to the same place.
  ///
  /// @throws BackendException with [Code#INVALID] when the variable holds no connection string
  Target target() throws BackendException {
    return opened().target();
  }

  /// How many transactions to have under way at once when many rows are written.
  int atOnce() {
    try {
      return opened().atOnce();
    } catch (BackendException _) {
      // Whatever is asked of it next says why.
      return 1;
    }
  }

  Session openToRead() throws SQLException, BackendException {
    return open(/* readOnly= */ true, "");
  }

  /// A session whose transaction sees what others have committed, and which the server ends when
  /// its client hangs.
  Session openToWrite() throws SQLException, BackendException {
    return open(
        /* readOnly= */ false,
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '"
            + patience.rowLock().toSeconds()
            + "s'; SET LOCAL idle_in_transaction_session_timeout = '"
            + patience.pause().toSeconds()
            + "s'");
  }

  void close() {
    Optional<Opened> ended;
    synchronized (this) {
      ended = Optional.ofNullable(opened);
    }
    ended.ifPresent(one -> one.connections().close());
  }

  private Session open(boolean readOnly, String first) throws SQLException, BackendException {
    Connections connections = opened().connections();
    Connection connection = connections.take();
    try {
      connection.setAutoCommit(false);
      connection.setReadOnly(readOnly);
      if (!first.isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(first);
        }
      }
      return new Lent(connections, connection);
    } catch (SQLException e) {
      connections.drop(connection);
      throw e;
    }
  }

  private record Lent(Connections connections, Connection connection) implements Session {
    @Override
    public void close() {
      try {
        connection.rollback();
        connections.giveBack(connection);
      } catch (SQLException _) {
        // What failed before is told; this connection is of no more use.
        connections.drop(connection);
      }
    }
  }

  private synchronized Opened opened() throws BackendException {
    Opened now = opened;
    if (now == null) {
      Target target = parsed();
      int atOnce = ReadsAtOnce.of(environment);
      now = new Opened(target, new Connections(target, patience, atOnce), atOnce);
      opened = now;
    }
    return now;
  }

  private Target parsed() throws BackendException {
    String text = environment.getOrDefault(variable, "").strip();
    if (text.isEmpty()) {
      throw new BackendException(
          Code.INVALID,
          "the variable " + variable + ", which leads to the Postgres database, is not set",
          "set it to postgres://user:password@host:5432/database, in the environment or in .env");
    }
    try {
      return TargetSettings.target(Dsn.keywords(text), environment);
    } catch (MalformedDsnException e) {
      // Not as a cause: nothing of the value leaves this place.
      throw new BackendException(
          Code.INVALID,
          "the connection string in the variable " + variable + " " + e.reason(),
          "set it to postgres://user:password@host:5432/database, with special characters"
              + " percent-encoded");
    }
  }
}
