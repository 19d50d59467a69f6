package io.runfabric.console.provider;

import io.runfabric.console.config.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a provider is reached with.
///
/// @param environment the process's variables over those of `.env`
/// @param region of the project, for receipts that name none
/// @param folder the project's, which relative paths in variables start from
/// @param ofDotEnv names of the variables whose values `.env` gives
public record CloudAccess(
    Map<String, String> environment, String region, Path folder, Set<String> ofDotEnv) {

  /// Without a `.env`.
  public CloudAccess(Map<String, String> environment, String region, Path folder) {
    this(environment, region, folder, Set.of());
  }

  public static CloudAccess of(Project project) {
    return new CloudAccess(
        project.environment(), project.provider().region(), project.folder(), project.dotEnv());
  }

  /// The value of a variable without the blanks around it, if there is one.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /// Whether a variable comes from the environment that the console was started from. What a
  /// project's `.env` says may be anybody's: it must not send the user's tokens elsewhere, nor name
  /// programs to run.
  public boolean own(String name) {
    return !ofDotEnv.contains(name);
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "CloudAccess[" + folder + "]";
  }
}
