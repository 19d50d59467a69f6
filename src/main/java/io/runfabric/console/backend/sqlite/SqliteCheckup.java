package io.runfabric.console.backend.sqlite;

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
import io.runfabric.console.backend.sql.RowStore;
import io.runfabric.console.backend.sql.Session;
import io.runfabric.console.backend.sql.StageRows;
import io.runfabric.console.backend.workspace.RowKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Looks at a SQLite database.
///
/// @param file absolute; need not exist
public record SqliteCheckup(Path file) implements Checkup {

  private static final Permissions PERMISSIONS =
      Permissions.of("read the database", "SELECT", "write to the database", "DELETE");

  @Override
  public String place() {
    return "receipts in " + file;
  }

  @Override
  public void run(Sitting sitting) {
    SqliteDialect dialect = new SqliteDialect(file);
    try (Session session = dialect.openToRead().orElse(null)) {
      if (session == null || dialect.existing(session.connection()).isEmpty()) {
        missing(dialect, session == null ? "database" : "table", sitting);
        return;
      }
      sitting.ok(Area.EXISTENCE, "table", "exists");
      whole(session.connection(), sitting);
    } catch (SQLException e) {
      failed(dialect.failure("open the database", e), sitting);
      return;
    } catch (BackendException e) {
      failed(e, sitting);
      return;
    }
    RowKey row = new RowKey(ConditionTrial.freshName(), "trial");
    try (RowStore table = new RowStore(dialect, new StageRows(dialect.table()))) {
      var _ =
          new StoreTrial(
                  table,
                  new Range(RowKey.prefix(dialect.table(), row.workspace()), false),
                  row.text(dialect.table()),
                  PERMISSIONS)
              .run(sitting);
    }
    sitting.info(Area.AT_REST, "encryption", "the disk encrypts or does not", "");
  }

  private void missing(SqliteDialect dialect, String what, Sitting sitting) {
    sitting.tell(
        new Finding(
                Area.EXISTENCE,
                Severity.INFO,
                place(),
                what,
                "not there yet; the first deploy or restore creates it",
                "")
            .mendedBy(new Repair("create the table in " + file, () -> create(dialect))));
  }

  private static void create(SqliteDialect dialect) throws BackendException {
    try (Session session = dialect.openToWrite()) {
      var _ = dialect.create(session.connection());
      session.connection().commit();
    } catch (SQLException e) {
      throw dialect.failure("create the table", e);
    }
  }

  private void whole(Connection connection, Sitting sitting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
      Optional<String> said = rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      if (said.filter("ok"::equals).isPresent()) {
        sitting.ok(Area.STATE, "integrity", "SQLite's quick check finds nothing");
      } else {
        sitting.critical(
            Area.STATE,
            "integrity",
            "SQLite's quick check finds damage",
            "copy the file, then try sqlite3's .recover on the copy, or restore a backup");
      }
    }
  }

  private void failed(BackendException e, Sitting sitting) {
    sitting.tell(Finding.failed(StoreTrial.area(e), place(), "database", e));
  }
}
