package io.runfabric.console.operation.activity;

import io.runfabric.console.config.Project;

/// An operation that is about to change something.
///
/// @param project the absolute path of its `runfabric.yml`
/// @param operation in words of the console, such as `force-unlock`
/// @param command the command line that does the same
public record Doing(
    String project,
    String service,
    String stage,
    String backend,
    String operation,
    String command) {

  /// An operation on the project's active stage.
  public static Doing on(Project project, String operation, String command) {
    return new Doing(
        project.file().toString(),
        project.service(),
        project.stage(),
        project.backend().kind().word(),
        operation,
        command);
  }

  /// The same command as another operation.
  public Doing named(String other) {
    return new Doing(project, service, stage, backend, other, command);
  }

  /// The same on another stage or service; an empty stage means several.
  public Doing at(String otherService, String otherStage) {
    return new Doing(project, otherService, otherStage, backend, operation, command);
  }
}
