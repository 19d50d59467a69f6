package io.runfabric.console.backend.s3;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.InTheCloud;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.kinds.Backends;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.RecordSettings.RecordStore;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The bucket is in `AWS_REGION`.
@EnabledIfEnvironmentVariable(named = S3InTheCloud.BUCKET, matches = ".+")
class S3InTheCloud extends InTheCloud {

  static final String BUCKET = "RUNFABRIC_TEST_S3_BUCKET";

  @Override
  protected StateBackend open(BackendOptions options) throws Exception {
    String bucket = named(BUCKET);
    String region = environment().getOrDefault("AWS_REGION", "us-east-1");
    return Backends.open(
        TestProject.in(
            folder,
            new BackendSettings.S3(bucket, place, region, Optional.empty()),
            new RecordStore.S3(bucket, region, place, true),
            environment()),
        options);
  }
}
