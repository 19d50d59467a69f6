package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One `runfabric.yml`, resolved for one active stage.
///
/// @param file absolute path of the file
/// @param typedFolder the folder of the file as the user typed it: `.` for `runfabric.yml`,
///   `my-api` for `my-api/runfabric.yml`, else the absolute path; the engine keys rows by it
/// @param stage the active stage
/// @param providers the provider names: one for engine 2, possibly several for engine 1
/// @param stages the stages the file names, in its order
/// @param backendOrigin where the backend kind comes from, such as `backend.kind` or
///   `RUNFABRIC_BACKEND`
/// @param functions names of the functions the file declares
/// @param environment the environment this project resolves against: the process's, over `.env`
/// @param dotEnv the names of the variables that come from `.env`
/// @param otherBackends stages whose override resolves to another backend kind than the active
///   stage's, with that kind
public record Project(
    Path file,
    String typedFolder,
    String service,
    String stage,
    Provider provider,
    List<String> providers,
    List<String> stages,
    BackendSettings backend,
    String backendOrigin,
    RecordSettings records,
    List<String> functions,
    Map<String, String> environment,
    Set<String> dotEnv,
    Map<String, BackendKind> otherBackends) {

  /// The `provider:` block; absent values are empty, `region` has its fall-backs applied.
  public record Provider(String name, String runtime, String region) {}

  /// The folder everything relative is relative to.
  public Path folder() {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalStateException("an absolute path of a file has a parent: " + file);
    }
    return parent;
  }

  /// Where a variable that is set comes from: `the environment` or `.env`.
  public String variableOrigin(String name) {
    return dotEnv.contains(name) ? ".env" : "the environment";
  }

  /// Shown without the environment, which holds secrets.
  @Override
  public String toString() {
    return "Project[" + service + ", " + stage + ", " + backend.kind() + ", " + file + "]";
  }
}
