package io.runfabric.console.operation.drift;

import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.LoadedProject;
import io.runfabric.console.config.ProjectLoader;
import io.runfabric.console.config.ProjectRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// `runfabric.yml` as it is resolved for each stage; each is loaded once. For one thread.
final class StageConfigs {

  private final ProjectRequest request;
  private final LoadedProject active;
  private final Map<String, Optional<LoadedProject>> byStage = new HashMap<>();

  /// @param active the configuration as it is resolved for the active stage
  StageConfigs(ProjectRequest request, LoadedProject active) {
    this.request = request;
    this.active = active;
    byStage.put(active.project().stage(), Optional.of(active));
  }

  LoadedProject active() {
    return active;
  }

  /// @return empty when it does not load for this stage
  Optional<LoadedProject> of(String stage) {
    return byStage.computeIfAbsent(stage, this::load);
  }

  private Optional<LoadedProject> load(String stage) {
    try {
      return Optional.of(ProjectLoader.load(request.withStage(Optional.of(stage))));
    } catch (InvalidProjectException _) {
      return Optional.empty();
    }
  }
}
