package io.runfabric.console.operation.history;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.BackendOptions;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.config.InvalidProjectException;
import io.runfabric.console.config.ProjectRequest;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads documents of entries, wherever they are; changes nothing.
///
/// @param request how the session was opened; other stages, projects and kinds are opened alike
/// @param keys what encrypted backups are opened with
public record Sides(
    ProjectSession session, ProjectRequest request, BackendOptions options, DecryptionKeys keys) {

  /// The document, byte for byte; empty when the entry is not there.
  ///
  /// @throws BackendException with [Code#NOT_FOUND] for a version there is not, or a deletion
  public Optional<byte[]> read(EntryPlace entry, Side side, Cancellation cancellation)
      throws BackendException, InvalidProjectException, SnapshotException, IOException {
    return switch (side) {
      case Side.Now() -> session.backend().read(entry.ref()).map(StoredDocument::content);
      case Side.Version(var id) -> Optional.of(version(entry, id));
      case Side.Backup(var file) -> inBackup(entry, file, cancellation);
      case Side.Stage(var name) ->
          elsewhere(request.withStage(Optional.of(name)), options, entry.atStage(name));
      case Side.OtherProject(var file) ->
          elsewhere(
              request.withFile(file).withBackend(Optional.empty()).withRecords(Optional.empty()),
              options.withWorkspace(Optional.empty()),
              entry.address());
      case Side.OtherBackend(var kind) ->
          elsewhere(
              entry.address().kind() == EntryKind.RECEIPT
                  ? request.withBackend(Optional.of(kind))
                  : request.withRecords(Optional.of(kind)),
              options,
              entry.address());
    };
  }

  private byte[] version(EntryPlace entry, String id) throws BackendException {
    return session
        .backend()
        .version(entry.ref(), id)
        .map(StoredDocument::content)
        .orElseThrow(() ->
            new BackendException(
                Code.NOT_FOUND,
                "there is no version " + id + " of " + entry.name() + ", or it is a deletion",
                "state history names those there are"));
  }

  private Optional<byte[]> elsewhere(
      ProjectRequest asked, BackendOptions opened, EntryAddress address)
      throws InvalidProjectException, BackendException {
    try (ProjectSession other = ProjectSession.open(asked, opened)) {
      boolean ours = address.service().equals(session.project().service());
      EntryAddress there =
          address.kind() == EntryKind.RECORD && ours
              ? EntryAddress.record(other.project().service(), address.stage(), address.provider())
              : address;
      return other.backend().read(other.backend().locate(there)).map(StoredDocument::content);
    }
  }

  private Optional<byte[]> inBackup(EntryPlace entry, Path file, Cancellation cancellation)
      throws SnapshotException, IOException {
    Snapshot snapshot =
        Snapshot.open(SnapshotFile.of(found(file), keys), Progress.NONE, cancellation);
    return document(snapshot, entry, cancellation).map(SnapshotDocument::content);
  }

  // A bare name is one of the project's own backups, unless it lies where the user is.
  private Path found(Path file) {
    Path here = request.workingDirectory().resolve(file).normalize();
    return Files.exists(here)
        ? here
        : BackupFolder.of(session.project()).path().resolve(file).normalize();
  }

  /// What a backup holds of an entry.
  static Optional<SnapshotDocument> document(
      Snapshot snapshot, EntryPlace entry, Cancellation cancellation)
      throws SnapshotException, IOException {
    List<SnapshotDocument> found = new ArrayList<>(1);
    snapshot.read(
        document -> {
          if (entry.is(document)) {
            found.add(document);
          }
        },
        cancellation);
    return found.stream().findFirst();
  }
}
