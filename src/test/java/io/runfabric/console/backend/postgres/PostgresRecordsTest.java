package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.StateBackendContract;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.backend.postgres.PostgresServer.Tenant;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.RecordSettings.RecordStore;
import io.runfabric.console.model.EntryKind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/// Records in Postgres, receipts in files.
class PostgresRecordsTest extends StateBackendContract {

  private static final String VARIABLE = "STATE_DSN";

  private final Tenant tenant = tenant();

  private static Tenant tenant() {
    try {
      return PostgresServer.running().newTenant();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Set<EntryKind> stampedEntries() {
    return Set.of(EntryKind.RECORD);
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.Local(),
            new RecordStore.Postgres(VARIABLE, tenant.name(), "State_Records", ""),
            Map.of(VARIABLE, tenant.dsn())),
        options);
  }
}
