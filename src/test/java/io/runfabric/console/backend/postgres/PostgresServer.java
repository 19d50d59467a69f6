package io.runfabric.console.backend.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL server beside this JVM, one for all tests; it ends with the JVM. It speaks TLS when
/// asked, and asks everybody but its administrator for a password.
public final class PostgresServer {

  static final String DATABASE = "postgres";
  public static final String PASSWORD = "p@ss/w:rd?#%4711";
  static final String ENCODED_PASSWORD = "p%40ss%2Fw%3Ard%3F%23%254711";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EmbeddedPostgres server;
  private final Certificate certificate;

  /// A role that owns a schema of its own; both have the same name.
  public record Tenant(PostgresServer server, String name) {

    /// Runs a statement as this role.
    public void sql(String statement) throws SQLException {
      server.sql("SET ROLE " + name + "; " + statement);
    }

    /// With the schema as the search path.
    public String dsn() {
      return dsn("search_path=" + name);
    }

    /// @param query what follows the `?`
    String dsn(String query) {
      return "postgres://"
          + name
          + ":"
          + ENCODED_PASSWORD
          + "@localhost:"
          + server.port()
          + "/"
          + DATABASE
          + "?"
          + query;
    }
  }

  private static final class Holder {
    static final PostgresServer RUNNING = new PostgresServer();
  }

  public static PostgresServer running() {
    return Holder.RUNNING;
  }

  private PostgresServer() {
    try {
      Path folder = Files.createTempDirectory("postgres-server");
      certificate = Certificate.make(folder, "server", "dns:localhost");
      Path access = folder.resolve("pg_hba.conf");
      Files.writeString(
          access,
          """
          host all postgres 127.0.0.1/32 trust
          host all postgres ::1/128 trust
          hostnossl all tls_only all reject
          host all all all scram-sha-256
          """);
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("hba_file", access.toString())
              .setServerConfig("ssl", "on")
              .setServerConfig("ssl_cert_file", certificate.file().toString())
              .setServerConfig("ssl_key_file", certificate.key().toString())
              .setServerConfig("max_connections", "100")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the PostgreSQL server does not start", e);
    }
  }

  private void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return server.getPort();
  }

  /// The certificate the server shows, which is its own authority.
  Path certificate() {
    return certificate.file();
  }

  public Tenant newTenant() throws SQLException {
    String name = "tenant_" + COUNT.incrementAndGet();
    newRole(name);
    sql("CREATE SCHEMA " + name + " AUTHORIZATION " + name);
    return new Tenant(this, name);
  }

  void newRole(String name) throws SQLException {
    sql("CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "'");
  }

  /// As the administrator.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:"
            + port()
            + "/"
            + DATABASE
            + "?user=postgres&sslmode=disable");
  }

  /// Runs a statement as the administrator.
  public void sql(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement execute = connection.createStatement()) {
      execute.execute(statement);
    }
  }

  /// The first column of all rows, as the administrator.
  public List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = connect();
        Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(query)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    }
    return values;
  }
}
