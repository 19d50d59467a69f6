package io.runfabric.console.operation.workspace;

import io.runfabric.console.backend.TestProject;
import io.runfabric.console.backend.aws.DynamodbServer;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import java.util.Optional;

class DynamodbRekeyTest extends RekeyContract {

  private final DynamodbServer server = DynamodbServer.running();
  private final String table = server.newTable("pk", "sk");

  @Override
  Project project() {
    return TestProject.in(
        folder,
        new BackendSettings.Dynamodb(table, "us-east-1", Optional.empty()),
        TestProject.localRecords(folder),
        server.environment());
  }
}
