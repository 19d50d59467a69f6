package io.runfabric.console.backend.azblob;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.InTheCloud;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.RecordSettings.RecordStore;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = AzblobInTheCloud.CONTAINER, matches = ".+")
class AzblobInTheCloud extends InTheCloud {

  static final String CONTAINER = "RUNFABRIC_TEST_AZBLOB_CONTAINER";

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    String container = named(CONTAINER);
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.Azblob(container, place),
            new RecordStore.Azblob(container, place),
            environment()),
        options);
  }
}
