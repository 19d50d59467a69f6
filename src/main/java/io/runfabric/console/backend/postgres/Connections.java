package io.runfabric.console.backend.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Connections to one database. Idle ones are kept until this is closed, so that a read need not
/// pay for a new one, with TLS and sign-on.
final class Connections {

  private static final String TOO_MANY = "53300";
  private static final int VALID_SECONDS = 2;
  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(5);

  private record Idle(Connection connection, long since) {}

  private final Target target;
  private final Patience patience;
  private final int mostIdle;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final Set<Connection> lent = new HashSet<>();
  private boolean closed;

  /// @param mostIdle how many connections are kept while nobody uses them
  Connections(Target target, Patience patience, int mostIdle) {
    this.target = target;
    this.patience = patience;
    this.mostIdle = mostIdle;
  }

  /// A connection without a transaction; to be given back or dropped.
  Connection take() throws SQLException {
    for (Idle kept = lastIdle(); kept != null; kept = lastIdle()) {
      boolean trusted = System.nanoTime() - kept.since() < TRUSTED_NANOS;
      if (trusted || kept.connection().isValid(VALID_SECONDS)) {
        return kept.connection();
      }
      drop(kept.connection());
    }
    return opened();
  }

  // A server that gives out no more serves with those it gave: one of them is waited for.
  private Connection opened() throws SQLException {
    long until = System.nanoTime() + patience.connect().toNanos();
    while (true) {
      try {
        Connection opened = open();
        lend(opened);
        return opened;
      } catch (SQLException e) {
        if (!TOO_MANY.equals(e.getSQLState()) || System.nanoTime() >= until) {
          throw e;
        }
        Idle given = awaitIdle(until);
        if (given != null) {
          return given.connection();
        }
      }
    }
  }

  private synchronized @Nullable Idle awaitIdle(long until) throws SQLException {
    while (idle.isEmpty() && !lent.isEmpty() && System.nanoTime() < until) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, until - System.nanoTime()));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted while waiting for a connection", "08000");
      }
    }
    return lastIdle();
  }

  void giveBack(Connection connection) {
    boolean kept;
    synchronized (this) {
      lent.remove(connection);
      kept = !closed && idle.size() < mostIdle;
      if (kept) {
        idle.push(new Idle(connection, System.nanoTime()));
      }
      notifyAll();
    }
    if (!kept) {
      part(connection);
    }
  }

  void drop(Connection connection) {
    synchronized (this) {
      lent.remove(connection);
    }
    end(connection);
  }

  /// Ends all connections, also those that a reader who was left still waits on.
  void close() {
    List<Connection> waiting;
    List<Idle> kept;
    synchronized (this) {
      closed = true;
      waiting = List.copyOf(lent);
      kept = List.copyOf(idle);
      lent.clear();
      idle.clear();
    }
    kept.forEach(one -> part(one.connection()));
    waiting.forEach(Connections::end);
  }

  private synchronized @Nullable Idle lastIdle() {
    Idle kept = idle.poll();
    if (kept != null) {
      lent.add(kept.connection());
    }
    return kept;
  }

  private void lend(Connection connection) throws SQLException {
    synchronized (this) {
      if (!closed) {
        lent.add(connection);
        return;
      }
    }
    end(connection);
    throw new SQLException("the session is closed", "08003");
  }

  private Connection open() throws SQLException {
    var properties = target.properties();
    String connect = String.valueOf(patience.connect().toSeconds());
    if (properties.getProperty("connectTimeout", "0").matches("0+")) {
      properties.setProperty("connectTimeout", connect);
    }
    // Until the sign-on is done a silent server is waited for as long as for a connection.
    properties.setProperty("socketTimeout", properties.getProperty("connectTimeout", connect));
    properties.setProperty("cancelSignalTimeout", connect);
    // Parameters take the type of their column, be it JSONB, JSON or TEXT.
    properties.setProperty("stringtype", "unspecified");
    // Poolers such as PgBouncer hand every transaction to another server process, which would not
    // know a statement that was prepared before.
    properties.setProperty("prepareThreshold", "0");
    // Details quote documents.
    properties.setProperty("logServerErrorDetail", "false");
    Connection connection = DriverManager.getConnection(target.url(), properties);
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.silence().toMillis()));
    return connection;
  }

  private static void part(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // The server will notice.
    }
  }

  private static void end(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException _) {
      // It is of no use any more, whatever state it is in.
    }
  }
}
