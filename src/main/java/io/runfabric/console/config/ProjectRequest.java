package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the user asked to open.
///
/// @param typed the path as typed: a runfabric.yml
/// @param workingDirectory what a relative path is relative to
/// @param stage the active stage, if given; else `RUNFABRIC_STAGE`, else `dev`
/// @param backend a kind that replaces the configured one, if given
/// @param environment the process's environment
public record ProjectRequest(
    Path typed,
    Path workingDirectory,
    Optional<String> stage,
    Optional<String> backend,
    Map<String, String> environment) {

  /// The file as typed, with this process's environment and working directory.
  public static ProjectRequest of(Path typed) {
    return new ProjectRequest(
        typed, Path.of("").toAbsolutePath(), Optional.empty(), Optional.empty(), System.getenv());
  }

  public ProjectRequest withStage(Optional<String> chosen) {
    return new ProjectRequest(typed, workingDirectory, chosen, backend, environment);
  }

  public ProjectRequest withBackend(Optional<String> chosen) {
    return new ProjectRequest(typed, workingDirectory, stage, chosen, environment);
  }

  @Override
  public String toString() {
    return "ProjectRequest[" + typed + "]";
  }
}
