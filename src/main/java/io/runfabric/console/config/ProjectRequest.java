package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the user asked to open.
///
/// @param typed the path as typed: a runfabric.yml
/// @param workingDirectory what a relative path is relative to
/// @param stage the active stage, if given; else `RUNFABRIC_STAGE`, else `dev`
/// @param backend a kind that replaces the configured one of `backend:`, if given
/// @param records a kind that replaces the configured one of `state:`, if given
/// @param environment the process's environment
public record ProjectRequest(
    Path typed,
    Path workingDirectory,
    Optional<String> stage,
    Optional<String> backend,
    Optional<String> records,
    Map<String, String> environment) {

  /// A request that leaves engine 1's records where `state:` says.
  public ProjectRequest(
      Path typed,
      Path workingDirectory,
      Optional<String> stage,
      Optional<String> backend,
      Map<String, String> environment) {
    this(typed, workingDirectory, stage, backend, Optional.empty(), environment);
  }

  /// The file as typed, with this process's environment and working directory.
  public static ProjectRequest of(Path typed) {
    return new ProjectRequest(
        typed, Path.of("").toAbsolutePath(), Optional.empty(), Optional.empty(), System.getenv());
  }

  /// The same of another file.
  public ProjectRequest withFile(Path other) {
    return new ProjectRequest(other, workingDirectory, stage, backend, records, environment);
  }

  public ProjectRequest withStage(Optional<String> chosen) {
    return new ProjectRequest(typed, workingDirectory, chosen, backend, records, environment);
  }

  public ProjectRequest withBackend(Optional<String> chosen) {
    return new ProjectRequest(typed, workingDirectory, stage, chosen, records, environment);
  }

  public ProjectRequest withRecords(Optional<String> chosen) {
    return new ProjectRequest(typed, workingDirectory, stage, backend, chosen, environment);
  }

  @Override
  public String toString() {
    return "ProjectRequest[" + typed + "]";
  }
}
