package io.runfabric.console.provider;

import io.runfabric.console.config.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a provider is reached with.
///
/// @param environment the process's variables over those of `.env`
/// @param region of the project, for receipts that name none
/// @param folder the project's, which relative paths in variables start from
public record CloudAccess(Map<String, String> environment, String region, Path folder) {

  public static CloudAccess of(Project project) {
    return new CloudAccess(project.environment(), project.provider().region(), project.folder());
  }

  /// The value of a variable without the blanks around it, if there is one.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "CloudAccess[" + folder + "]";
  }
}
