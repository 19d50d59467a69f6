package io.runfabric.console.ui.render;

import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.ui.shell.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Projects that show the window's empty and error states.
final class Scenery {

  private final Path folder;

  Scenery(Path folder) {
    this.folder = folder;
  }

  /// A project that was never deployed.
  ProjectRequest emptyProject(ProjectRequest like) throws IOException {
    return project(
        like,
        "orders",
        """
        service: orders

        provider:
          name: aws-lambda
          runtime: nodejs22.x
          region: eu-central-1

        backend:
          kind: local
        """);
  }

  /// A configuration with several mistakes.
  ProjectRequest brokenProject(ProjectRequest like) throws IOException {
    return project(
        like,
        "payments",
        """
        service: payments

        provider:
          name: aws-lambda
          runtime: nodejs22.x
          region: ${env:PAYMENTS_REGION}

        backend:
          kind: dynamo
          s3Bucket: ${env:STATE_BUCKET}
          lockTable: payments-locks

        state:
          backend: local
          lock:
            timeoutSeconds: soon
        """);
  }

  private ProjectRequest project(ProjectRequest like, String name, String text) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(home.resolve(ProjectFiles.NAME), text);
    return new ProjectRequest(
        file, like.workingDirectory(), Optional.empty(), Optional.empty(), like.environment());
  }
}
