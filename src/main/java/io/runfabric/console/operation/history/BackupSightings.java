package io.runfabric.console.operation.history;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The backups of a project that hold an entry. Each is checked as a whole before anything in it
/// counts.
record BackupSightings(ProjectSession session, EntryPlace entry, List<String> unseen) {

  List<Sighting> read(Progress progress, Cancellation cancellation) {
    List<Path> files;
    try {
      files = BackupFolder.of(session.project()).files();
    } catch (IOException _) {
      unseen.add("The folder of backups cannot be read.");
      return List.of();
    }
    List<Sighting> found = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      cancellation.check();
      look(files.get(i), cancellation).ifPresent(found::add);
      progress.at(i + 1, files.size());
    }
    return found;
  }

  private Optional<Sighting> look(Path file, Cancellation cancellation) {
    try {
      SnapshotFile source = SnapshotFile.of(file, DecryptionKeys.none());
      if (source.encrypted()) {
        unseen.add(file.getFileName() + " is encrypted and was not looked into.");
        return Optional.empty();
      }
      Snapshot snapshot = Snapshot.open(source, Progress.NONE, cancellation);
      SnapshotFacts facts = snapshot.facts();
      boolean ours =
          facts.service().isEmpty() || facts.service().equals(session.project().service());
      Optional<SnapshotDocument> document =
          ours ? Sides.document(snapshot, entry, cancellation) : Optional.empty();
      return document.isPresent()
          ? Optional.of(sighting(file, facts, document.get()))
          : Optional.empty();
    } catch (SnapshotException e) {
      unseen.add(file.getFileName() + " was not looked into: " + e.sentence() + ".");
    } catch (IOException _) {
      unseen.add(file.getFileName() + " cannot be read.");
    }
    return Optional.empty();
  }

  private static Sighting sighting(Path file, SnapshotFacts facts, SnapshotDocument document)
      throws IOException {
    Optional<Instant> made = Timestamps.parse(facts.createdAt());
    return new Sighting(
        new Side.Backup(file),
        made.isPresent() ? made.get() : Files.getLastModifiedTime(file).toInstant(),
        Sighting.told(document.content()),
        document.content().length,
        Sighting.digest(document.content()),
        /* now= */ false,
        /* deletion= */ false,
        facts.scope().map(SnapshotScope::createdBy).orElse(""),
        "backup " + file.getFileName());
  }
}
