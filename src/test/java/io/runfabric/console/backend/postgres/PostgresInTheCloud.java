package io.runfabric.console.backend.postgres;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.InTheCloud;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.model.EntryKind;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// In tables of its own, which it creates and leaves empty.
@EnabledIfEnvironmentVariable(named = PostgresInTheCloud.DSN, matches = ".+")
class PostgresInTheCloud extends InTheCloud {

  static final String DSN = "RUNFABRIC_TEST_POSTGRES_URL";

  @Override
  protected boolean keepsAnyText() {
    return false;
  }

  @Override
  protected Set<EntryKind> stampedEntries() {
    return Set.of(EntryKind.RECEIPT);
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.Postgres(DSN, "runfabric_console_test"),
            TestProject.localRecords(folder),
            environment()),
        options.withWorkspace(Optional.of(place)));
  }
}
