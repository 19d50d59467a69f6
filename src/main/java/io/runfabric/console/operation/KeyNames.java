package io.runfabric.console.operation;

import io.runfabric.console.config.Project;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;

/// Journals and lock files are named `<service>-<stage>`, which cannot be split without knowing the
/// service. For documents that do not tell, the project's own service settles it.
final class KeyNames {

  private KeyNames() {}

  static Lock addressed(Lock lock, Project project) {
    if (!lock.service().isEmpty() || !startsWithService(lock.stage(), project)) {
      return lock;
    }
    return new Lock(
        project.service(),
        stage(lock.stage(), project),
        lock.provider(),
        lock.holder(),
        lock.lockId(),
        lock.operation(),
        lock.createdAt(),
        lock.expiresAt(),
        lock.lastHeartbeatAt(),
        lock.state(),
        lock.source(),
        lock.pid(),
        lock.pidAlive(),
        lock.reason(),
        lock.ref(),
        lock.revision());
  }

  static Journal addressed(Journal journal, Project project) {
    if (!journal.service().isEmpty() || !startsWithService(journal.stage(), project)) {
      return journal;
    }
    return new Journal(
        project.service(),
        stage(journal.stage(), project),
        journal.operation(),
        journal.status(),
        journal.startedAt(),
        journal.updatedAt(),
        journal.version(),
        journal.attemptCount(),
        journal.lastAttemptAt(),
        journal.checksum(),
        journal.interrupted(),
        journal.checkpoints(),
        journal.operations(),
        journal.health(),
        journal.ref(),
        journal.revision(),
        journal.sizeBytes());
  }

  private static boolean startsWithService(String name, Project project) {
    return name.startsWith(project.service() + "-");
  }

  private static String stage(String name, Project project) {
    return name.substring(project.service().length() + 1);
  }
}
