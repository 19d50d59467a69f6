package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.DocumentStore.Range;
import io.runfabric.console.backend.checkup.Area;
import io.runfabric.console.backend.checkup.Checkup;
import io.runfabric.console.backend.checkup.ConditionTrial;
import io.runfabric.console.backend.checkup.Finding;
import io.runfabric.console.backend.checkup.Permissions;
import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.backend.checkup.Sitting;
import io.runfabric.console.backend.checkup.StoreTrial;
import io.runfabric.console.backend.checkup.Transit;
import io.runfabric.console.backend.sql.RowShape;
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.sql.Session;
import io.runfabric.console.backend.sql.StageRows;
import io.runfabric.console.backend.workspace.RowKey;
import io.runfabric.console.config.Project;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Looks at a table of receipts, of the console's own locks, or of state records.
public final class PostgresCheckup implements Checkup {

  private static final Permissions PERMISSIONS =
      new Permissions("SELECT", "SELECT", "INSERT", "UPDATE", "DELETE");

  private final Project project;
  private final String variable;
  private final Kind kind;

  /// What a table is for.
  private interface Kind {
    String what();

    PostgresDialect dialect(PostgresDatabase database) throws BackendException;

    RowShape shape(PostgresDialect dialect);

    /// Where the trial's row lies: a range of its own, and the key in it.
    Range range(PostgresDialect dialect, String name);

    String key(PostgresDialect dialect, String name);
  }

  private PostgresCheckup(Project project, String variable, Kind kind) {
    this.project = project;
    this.variable = variable;
    this.kind = kind;
  }

  public static PostgresCheckup receipts(Project project, String variable, String table) {
    return new PostgresCheckup(
        project,
        variable,
        new Stages("receipts", database -> PostgresDialect.receipts(database, table)));
  }

  /// @param receiptsTable the table of receipts that the locks lie beside
  public static PostgresCheckup locks(Project project, String variable, String receiptsTable) {
    return new PostgresCheckup(
        project,
        variable,
        new Stages(
            "the console's locks", database -> PostgresDialect.locks(database, receiptsTable)));
  }

  public static PostgresCheckup records(
      Project project, String variable, String schema, String table) {
    return new PostgresCheckup(project, variable, new Records(schema, table));
  }

  @Override
  public String place() {
    return kind.what() + " in Postgres, where " + variable + " leads";
  }

  @Override
  public void run(Sitting sitting) {
    PostgresDatabase database = new PostgresDatabase(project.environment(), variable);
    try {
      Target target = database.target();
      sitting.ok(
          Area.CREDENTIALS,
          "credentials",
          "found: user "
              + target.user()
              + (target.hasPassword() ? " with a password" : " without a password")
              + ", by "
              + variable
              + " of "
              + project.variableOrigin(variable));
      PostgresDialect dialect = kind.dialect(database);
      try (RowStore store = new RowStore(dialect, kind.shape(dialect))) {
        opened(database, dialect, store, sitting);
      }
    } catch (BackendException e) {
      sitting.tell(Finding.failed(StoreTrial.area(e), place(), "works", e));
      StoreTrial.notReached(PERMISSIONS, sitting);
    }
  }

  private void opened(
      PostgresDatabase database, PostgresDialect dialect, RowStore store, Sitting sitting)
      throws BackendException {
    try (Session session = database.openToRead()) {
      Connection connection = session.connection();
      ServerLook server = new ServerLook(connection, sitting);
      server.transit(loopback(database.target()), variable);
      server.clock();
      Optional<String> table = dialect.existing(connection);
      if (table.isEmpty()) {
        missing(dialect, server, sitting);
        return;
      }
      sitting.ok(Area.EXISTENCE, "table", dialect.table() + " exists");
      String name = ConditionTrial.freshName();
      StoreTrial trial =
          new StoreTrial(store, kind.range(dialect, name), kind.key(dialect, name), PERMISSIONS);
      var _ = trial.run(sitting, () -> server.privileges(table.get()));
      sitting.info(Area.AT_REST, "encryption", "the server's disk encrypts or does not", "");
    } catch (SQLException e) {
      throw dialect.failure("look at the database", e);
    }
  }

  private void missing(PostgresDialect dialect, ServerLook server, Sitting sitting)
      throws SQLException {
    boolean may = server.mayCreate();
    Finding finding =
        new Finding(
            Area.EXISTENCE,
            may ? Severity.INFO : Severity.WARNING,
            place(),
            "table",
            dialect.table()
                + " is not there yet; "
                + (may ? "the first write creates it" : "this user may not create tables"),
            may ? "" : "run as an owner: " + dialect.creation());
    sitting.tell(
        may
            ? finding.mendedBy(
                new Repair("create the table " + dialect.table(), () -> create(dialect.table())))
            : finding);
  }

  private void create(String table) throws BackendException {
    PostgresDatabase database = new PostgresDatabase(project.environment(), variable);
    PostgresDialect dialect = kind.dialect(database);
    try (RowStore _ = new RowStore(dialect, kind.shape(dialect));
        Session session = dialect.openToWrite()) {
      var _ = dialect.create(session.connection());
      session.connection().commit();
    } catch (SQLException e) {
      throw dialect.failure("create the table " + table, e);
    }
  }

  private static boolean loopback(Target target) {
    return target.hosts().stream().allMatch(host -> Transit.loopback(host.name()));
  }

  private interface Dialects {
    PostgresDialect of(PostgresDatabase database) throws BackendException;
  }

  private record Stages(String what, Dialects dialects) implements Kind {

    @Override
    public PostgresDialect dialect(PostgresDatabase database) throws BackendException {
      return dialects.of(database);
    }

    @Override
    public RowShape shape(PostgresDialect dialect) {
      return new StageRows(dialect.table());
    }

    @Override
    public Range range(PostgresDialect dialect, String name) {
      return new Range(RowKey.prefix(dialect.table(), name), false);
    }

    @Override
    public String key(PostgresDialect dialect, String name) {
      return new RowKey(name, "trial").text(dialect.table());
    }
  }

  private record Records(String schema, String table) implements Kind {

    @Override
    public String what() {
      return "records";
    }

    @Override
    public PostgresDialect dialect(PostgresDatabase database) throws BackendException {
      return PostgresDialect.records("records", database, schema, table);
    }

    @Override
    public RowShape shape(PostgresDialect dialect) {
      return new KeyValueRows();
    }

    @Override
    public Range range(PostgresDialect dialect, String name) {
      return new Range(name, false);
    }

    @Override
    public String key(PostgresDialect dialect, String name) {
      return name;
    }
  }
}
