package io.runfabric.console.backend;

import io.runfabric.console.config.BackendSettings;
import io.runfabric.console.config.Project;
import io.runfabric.console.config.RecordSettings;
import io.runfabric.console.config.RecordSettings.LockRules;
import io.runfabric.console.config.RecordSettings.RecordStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A resolved project as the loader would make it, for tests below the loader.
public final class TestProject {

  public static final String SERVICE = "shop";

  private TestProject() {}

  public static Project in(Path folder, BackendSettings backend) {
    return in(folder, ".", backend);
  }

  public static Project in(Path folder, String typedFolder, BackendSettings backend) {
    return in(folder, typedFolder, backend, localRecords(folder), Map.of());
  }

  public static Project in(
      Path folder, BackendSettings backend, RecordStore records, Map<String, String> environment) {
    return in(folder, ".", backend, records, environment);
  }

  public static RecordStore localRecords(Path folder) {
    return new RecordStore.Local(folder.resolve(".runfabric/state"));
  }

  public static Project in(
      Path folder,
      String typedFolder,
      BackendSettings backend,
      RecordStore records,
      Map<String, String> environment) {
    return new Project(
        folder.resolve("runfabric.yml"),
        typedFolder,
        SERVICE,
        "dev",
        new Project.Provider("aws-lambda", "nodejs22.x", "us-east-1"),
        List.of("aws-lambda"),
        List.of("dev", "prod"),
        backend,
        "backend.kind",
        new RecordSettings(records, LockRules.DEFAULT, true),
        List.of(),
        Map.copyOf(environment),
        Set.of(),
        Map.of());
  }

  /// The same project with other rules for engine 1's locks.
  public static Project withLocks(Project project, LockRules rules) {
    return new Project(
        project.file(),
        project.typedFolder(),
        project.service(),
        project.stage(),
        project.provider(),
        project.providers(),
        project.stages(),
        project.backend(),
        project.backendOrigin(),
        new RecordSettings(project.records().store(), rules, true),
        project.functions(),
        project.environment(),
        project.dotEnv(),
        project.otherBackends());
  }
}
