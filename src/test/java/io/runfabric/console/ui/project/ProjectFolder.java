package io.runfabric.console.ui.project;

import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A project on local files for tests: service `shop`, seen at noon on the first of March 2026, on
/// a machine where no holder of a lock runs.
public final class ProjectFolder {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final String CONFIGURATION = "service: shop\nprovider:\n  name: aws-lambda\n";

  private final Path folder;

  /// Writes the configuration into a folder.
  public ProjectFolder(Path folder) throws IOException {
    this.folder = folder;
    file("runfabric.yml", CONFIGURATION);
  }

  public Path configuration() {
    return folder.resolve("runfabric.yml");
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  /// Writes a file in place.
  public void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }

  /// Puts a file in the place of another, as the engine writes.
  public void replace(String name, String content) throws IOException {
    Path temporary = folder.resolve(name).resolveSibling(".new.tmp");
    Files.createDirectories(temporary.resolveSibling(""));
    Files.writeString(temporary, content);
    Files.move(
        temporary,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  public ProjectRequest request() {
    return request(configuration());
  }

  /// Without anything of this process's environment.
  public static ProjectRequest request(Path configuration) {
    return new ProjectRequest(
        configuration, configuration.getRoot(), Optional.empty(), Optional.empty(), Map.of());
  }

  public static BackendOptions options() {
    return new BackendOptions(Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC), _ -> false);
  }

  public ProjectSession open() throws Exception {
    return ProjectSession.open(request(), options());
  }

  public List<Entry> entries() throws Exception {
    try (ProjectSession session = open()) {
      List<Entry> entries = new ArrayList<>();
      session.entries(StateFilter.PROJECT, entries::add, Progress.NONE, Cancellation.never());
      return entries;
    }
  }

  public List<Lock> locks() throws Exception {
    try (ProjectSession session = open()) {
      return session.locks(StateFilter.PROJECT, Cancellation.never());
    }
  }

  public List<Journal> journals() throws Exception {
    try (ProjectSession session = open()) {
      return session.journals(StateFilter.PROJECT, Cancellation.never());
    }
  }

  public static String receipt(String stage) {
    return receipt(stage, "2026-03-01T10:00:00Z");
  }

  public static String receipt(String stage, String updatedAt) {
    return """
    {"version": 2, "service": "shop", "stage": "%s", "provider": "aws-lambda",
     "deploymentId": "d-1", "outputs": {"url": "https://x", "apiKey": "canary"},
     "updatedAt": "%s"}
    """
        .formatted(stage, updatedAt);
  }

  public static String lock(String stage, String expiresAt) {
    return """
    {"service": "shop", "stage": "%s", "operation": "deploy", "ownerToken": "canary", "pid": 7,
     "createdAt": "2026-03-01T11:45:00Z", "expiresAt": "%s",
     "lastHeartbeatAt": "2026-03-01T11:50:00Z"}
    """
        .formatted(stage, expiresAt);
  }

  public static String journal(String stage, String status) {
    return """
    {"service": "shop", "stage": "%s", "operation": "deploy", "status": "%s", "version": 4,
     "attemptCount": 2, "startedAt": "2026-03-01T11:00:00Z"}
    """
        .formatted(stage, status);
  }
}
