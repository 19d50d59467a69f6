package io.runfabric.console.operation.workspace;

import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.postgres.PostgresServer;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class PostgresRekeyTest extends RekeyContract {

  private String dsn = "";

  @BeforeEach
  void aDatabase() throws SQLException {
    dsn = PostgresServer.running().newTenant().dsn();
  }

  @Override
  Project project() {
    return TestProject.in(
        folder,
        new BackendSettings.Postgres("STATE_URL", "runfabric_receipts"),
        TestProject.localRecords(folder),
        Map.of("STATE_URL", dsn));
  }
}
