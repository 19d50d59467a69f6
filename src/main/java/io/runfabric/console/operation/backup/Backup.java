package io.runfabric.console.operation.backup;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.config.Links;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.age.DecryptionKeys;
import io.runfabric.console.operation.age.Encryption;
import io.runfabric.console.operation.age.SnapshotFile;
import io.runfabric.console.operation.snapshot.Snapshot;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import io.runfabric.console.operation.snapshot.SnapshotHeader;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import io.runfabric.console.operation.snapshot.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Makes backups. The file gets its name only after it was written in full, flushed to the disk,
/// read back and found good; until then only its owner can see it, under another name.
public final class Backup {

  private Backup() {}

  /// What a backup would hold; nothing is written.
  public static BackupPlan plan(
      ProjectSession session, StateFilter filter, Progress progress, Cancellation cancellation)
      throws BackendException, IOException {
    return new Gathering(session, filter, DocumentTarget.NONE, progress, cancellation).run();
  }

  /// Writes a backup.
  ///
  /// @throws SnapshotException when something does not load, or the file is there already; no file
  ///   is left then
  /// @throws java.util.concurrent.CancellationException once cancelled; no file is left then
  public static BackupResult write(
      ProjectSession session, BackupRequest request, Progress progress, Cancellation cancellation)
      throws BackendException, IOException, SnapshotException {
    Links.requireInside(session.project().folder(), folder(request.file()));
    if (Files.isDirectory(request.file())) {
      throw new SnapshotException(
          Code.INVALID_REQUEST, request.file() + " is a folder", "name a file in it");
    }
    if (!request.replace() && Files.exists(request.file(), LinkOption.NOFOLLOW_LINKS)) {
      throw exists(request.file());
    }
    try (DurableFile next = DurableFile.empty(request.file())) {
      BackupPlan contents;
      try (OutputStream out = encrypted(next.stream(), request)) {
        contents = content(session, request, out, progress, cancellation);
      }
      if (!request.allowPartial() && !contents.unreadable().isEmpty()) {
        throw incomplete(contents.unreadable());
      }
      Snapshot readBack = readBack(next.temporary(), request, progress, cancellation);
      if (readBack.facts().count(SnapshotPart.JOURNAL) != contents.count(SnapshotPart.JOURNAL)
          || readBack.facts().entries()
              != contents.count(SnapshotPart.RECEIPT) + contents.count(SnapshotPart.RECORD)) {
        throw new IllegalStateException("what was read back is not what was written");
      }
      cancellation.check();
      name(next, request);
      return new BackupResult(
          request.file(), readBack.facts(), contents, Files.size(request.file()));
    }
  }

  private static BackupPlan content(
      ProjectSession session,
      BackupRequest request,
      OutputStream out,
      Progress progress,
      Cancellation cancellation)
      throws BackendException, IOException {
    SnapshotWriter writer =
        new SnapshotWriter(
            out,
            new SnapshotHeader(
                session.project().service(),
                session.backend().kind().word(),
                Timestamps.engine2(session.now())));
    DocumentTarget target =
        (document, updatedAt) -> {
          if (document.part() == SnapshotPart.RECEIPT) {
            writer.receipt(document, updatedAt);
          } else {
            writer.add(document);
          }
        };
    BackupPlan contents =
        new Gathering(session, request.filter(), target, progress, cancellation).run();
    writer.finish(
        new SnapshotScope(
            request.tool(),
            request.createdBy(),
            session.backend().location(),
            request.filter(),
            !contents.unreadable().isEmpty()));
    return contents;
  }

  private static OutputStream encrypted(OutputStream file, BackupRequest request)
      throws IOException, SnapshotException {
    OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
    try {
      return request.encryption().isPresent()
          ? new BufferedOutputStream(request.encryption().get().encrypting(buffered), 1 << 16)
          : buffered;
    } catch (IOException | SnapshotException e) {
      file.close();
      throw e;
    }
  }

  private static Snapshot readBack(
      Path file, BackupRequest request, Progress progress, Cancellation cancellation)
      throws IOException, SnapshotException {
    DecryptionKeys keys =
        request.encryption().isPresent()
            ? request.encryption().map(Encryption::readBack).get()
            : DecryptionKeys.none();
    return Snapshot.open(SnapshotFile.of(file, keys), progress, cancellation);
  }

  private static void name(DurableFile next, BackupRequest request)
      throws IOException, SnapshotException {
    if (request.replace()) {
      next.replace();
      return;
    }
    try {
      next.create();
    } catch (FileAlreadyExistsException e) {
      throw exists(request.file()).causedBy(e);
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNullElse(file.getParent(), file);
  }

  private static SnapshotException exists(Path file) {
    return new SnapshotException(
        Code.BACKUP_EXISTS,
        file + " is there already",
        "name another file, or say --force to replace it");
  }

  private static SnapshotException incomplete(List<String> missing) {
    return new SnapshotException(
        Code.INCOMPLETE_BACKUP,
        missing.size() == 1
            ? "one document does not load, so the backup would lack it"
            : missing.size() + " documents do not load, so the backup would lack them",
        "mend or remove them, or say --allow-partial to keep their raw bytes in the backup",
        missing);
  }
}
