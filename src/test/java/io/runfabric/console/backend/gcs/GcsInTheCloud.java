package io.runfabric.console.backend.gcs;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.InTheCloud;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.RecordSettings.RecordStore;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = GcsInTheCloud.BUCKET, matches = ".+")
class GcsInTheCloud extends InTheCloud {

  static final String BUCKET = "RUNFABRIC_TEST_GCS_BUCKET";

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    String bucket = named(BUCKET);
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.Gcs(bucket, place),
            new RecordStore.Gcs(bucket, place),
            environment()),
        options);
  }
}
