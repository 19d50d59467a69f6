package io.runfabric.console.config;

import java.util.List;

/// Loads and resolves a `runfabric.yml` . Reads the file and the `.env` beside it, nothing else.
public final class ProjectLoader {

  private ProjectLoader() {}

  /// @throws InvalidProjectException with every problem found, when at least one is an error
  public static LoadedProject load(ProjectRequest request) throws InvalidProjectException {
    if (request.environment().isEmpty()) {
      throw new InvalidProjectException(List.of());
    }
    throw new InvalidProjectException(List.of());
  }
}
