package io.runfabric.console.operation.recover;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.operation.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A project folder that a deploy left in some state, looked at from a fixed moment.
final class RecoverProject {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final Path folder;
  private Map<String, String> environment = Map.of();
  private Optional<String> workspace = Optional.empty();

  RecoverProject(Path folder) throws IOException {
    this.folder = folder;
    config("service: shop\nprovider:\n  name: aws-lambda\n");
  }

  RecoverProject config(String text) throws IOException {
    Files.writeString(folder.resolve("runfabric.yml"), text);
    return this;
  }

  RecoverProject environment(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  RecoverProject workspace(String id) {
    workspace = Optional.of(id);
    return this;
  }

  RecoverProject file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    return this;
  }

  RecoverProject journal(String stage, String text) throws IOException {
    return file(".runfabric/journals/shop-" + stage + ".journal.json", text);
  }

  RecoverProject lock(String stage, String expiresAt) throws IOException {
    return file(".runfabric/locks/shop-" + stage + ".lock.json", lockText(stage, expiresAt));
  }

  RecoverProject receipt(String stage) throws IOException {
    return file(".runfabric/" + stage + ".json", receiptText("shop", stage));
  }

  ProjectSession open() throws Exception {
    return open(NOW);
  }

  ProjectSession open(Instant now) throws Exception {
    return ProjectSession.open(
        new ProjectRequest(
            Path.of("runfabric.yml"), folder, Optional.empty(), Optional.empty(), environment),
        new BackendOptions(workspace, Clock.fixed(now, ZoneOffset.UTC), _ -> false));
  }

  Runbook runbook() throws Exception {
    try (ProjectSession session = open()) {
      return Runbook.of(Observations.of(session, Optional.empty(), Cancellation.never()));
    }
  }

  List<Situation.Kind> kinds() throws Exception {
    return runbook().situations().stream().map(Situation::kind).toList();
  }

  static String journalText(String stage, String status, long version, long attempts) {
    return """
    {"service": "shop", "stage": "%s", "operation": "deploy", "status": "%s",
     "startedAt": "2026-03-01T09:00:00Z", "updatedAt": "2026-03-01T09:05:00Z",
     "version": %d, "attemptCount": %d,
     "checkpoints": [{"name": "lambda", "status": "done"}],
     "operations": [{"type": "create_lambda", "resource": "shop-%s-hello"}]}
    """
        .formatted(stage, status, version, attempts, stage);
  }

  static String lockText(String stage, String expiresAt) {
    return """
    {"service": "shop", "stage": "%s", "operation": "deploy",
     "ownerToken": "00112233445566778899aabbccddeeff", "pid": 4711,
     "createdAt": "2026-03-01T09:00:00Z", "expiresAt": "%s"}
    """
        .formatted(stage, expiresAt);
  }

  static String receiptText(String service, String stage) {
    return """
    {"version": 2, "service": "%s", "stage": "%s", "provider": "aws-lambda",
     "deploymentId": "d-1", "outputs": {},
     "artifacts": [{"function": "hello", "sha256": "00"}],
     "updatedAt": "2026-03-01T10:00:00Z"}
    """
        .formatted(service, stage);
  }
}
