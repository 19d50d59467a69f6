package io.runfabric.console.backend.dynamodb;

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

/// The tables are in `AWS_REGION`. That of the locks is for tests alone: the contract expects no
/// lock of anybody else's.
@EnabledIfEnvironmentVariable(named = DynamodbInTheCloud.TABLE, matches = ".+")
@EnabledIfEnvironmentVariable(named = DynamodbInTheCloud.LOCKS, matches = ".+")
class DynamodbInTheCloud extends InTheCloud {

  static final String TABLE = "RUNFABRIC_TEST_DYNAMODB_TABLE";
  static final String LOCKS = "RUNFABRIC_TEST_DYNAMODB_LOCK_TABLE";

  @Override
  protected Set<EntryKind> stampedEntries() {
    return Set.of(EntryKind.RECEIPT);
  }

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    String region = environment().getOrDefault("AWS_REGION", "us-east-1");
    return Backends.open(
        TestProject.in(
            folder,
            place,
            new BackendSettings.Dynamodb(named(TABLE), region, Optional.of(named(LOCKS))),
            TestProject.localRecords(folder),
            environment()),
        options);
  }
}
