package io.runfabric.console.operation.migrate;

import io.runfabric.console.config.ProjectRequest;
import java.util.Optional;

/// From where to where, as the user says it: between two kinds of one file, two files, or two
/// workspaces of one database.
///
/// @param project the configuration to migrate from
/// @param from the kind to migrate from; the configured one when empty
/// @param to the kind to migrate to; the configured one when empty
/// @param toProject the configuration to migrate to; the same one when empty
/// @param workspace the workspace id to migrate from, for shared databases
/// @param toWorkspace the workspace id to migrate to
public record Route(
    ProjectRequest project,
    Optional<String> from,
    Optional<String> to,
    Optional<ProjectRequest> toProject,
    Optional<String> workspace,
    Optional<String> toWorkspace) {

  /// Whether a target is named at all.
  public boolean named() {
    return to.isPresent() || toProject.isPresent() || toWorkspace.isPresent();
  }
}
