package io.runfabric.console.operation.workspace;

import io.runfabric.console.backend.TestProject;
import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;

class SqliteRekeyTest extends RekeyContract {

  @Override
  Project project() {
    return TestProject.in(folder, new BackendSettings.Sqlite(folder.resolve("state.db")));
  }
}
