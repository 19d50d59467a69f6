package io.runfabric.console.operation.restore;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.local.DurableFile;
import io.runfabric.console.config.Links;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.operation.StateFilter;
import io.runfabric.console.operation.backup.SafetyCopy;
import io.runfabric.console.operation.change.Outcome;
import io.runfabric.console.operation.change.Part;
import io.runfabric.console.operation.change.PlannedChange;
import io.runfabric.console.operation.snapshot.SnapshotAddress;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotHeader;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import io.runfabric.console.operation.snapshot.SnapshotWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a restore wanted to write and could not, in a backup file of its own: the file it came from
/// may be elsewhere tomorrow.
record Rescue(ProjectSession session, SafetyCopy copies) {

  /// Writes the file, for its owner only.
  ///
  /// @return the file; empty when there is nothing to keep, or it could not be written either
  Optional<Path> write(RestorePlan plan, Outcome outcome) {
    Map<SnapshotPart, Map<String, PlannedChange>> wanted = new HashMap<>();
    outcome.failed().forEach(one -> add(wanted, one.change()));
    outcome.open().forEach(change -> add(wanted, change));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Path file = file();
    try (DurableFile next = DurableFile.empty(within(file))) {
      try (OutputStream out = new BufferedOutputStream(next.stream())) {
        content(plan, wanted, out);
      }
      next.create();
      return Optional.of(file);
    } catch (Exception _) {
      // What failed before is what is told; the backup that was restored from is still there.
      return Optional.empty();
    }
  }

  private Path within(Path file) throws IOException {
    Links.requireInside(session.project().folder(), file);
    return file;
  }

  private static void add(
      Map<SnapshotPart, Map<String, PlannedChange>> wanted, PlannedChange change) {
    if (change.digest().isPresent()) {
      wanted.computeIfAbsent(part(change.part()), _ -> new HashMap<>()).put(change.name(), change);
    }
  }

  private static SnapshotPart part(Part part) {
    return switch (part) {
      case RECEIPT -> SnapshotPart.RECEIPT;
      case RECORD -> SnapshotPart.RECORD;
      case JOURNAL -> SnapshotPart.JOURNAL;
    };
  }

  private Path file() {
    String time = Timestamps.engine2(session.now()).replace(":", "").replace("-", "");
    return session
        .project()
        .folder()
        .resolve(".runfabric/backup/" + session.project().service() + "-rescue-" + time + ".json");
  }

  // One pass for each part, as parts come in their order.
  private void content(
      RestorePlan plan, Map<SnapshotPart, Map<String, PlannedChange>> wanted, OutputStream out)
      throws Exception {
    SnapshotWriter writer =
        new SnapshotWriter(
            out,
            new SnapshotHeader(
                session.project().service(),
                session.backend().kind().word(),
                Timestamps.engine2(session.now())));
    for (SnapshotPart part : SnapshotPart.values()) {
      Map<String, PlannedChange> ofPart = wanted.getOrDefault(part, Map.of());
      if (!ofPart.isEmpty()) {
        pass(plan, part, ofPart, writer);
      }
    }
    var _ =
        writer.finish(
            new SnapshotScope(
                copies.tool(),
                copies.user(),
                session.backend().location(),
                StateFilter.PROJECT,
                /* partial= */ true));
  }

  private static void pass(
      RestorePlan plan, SnapshotPart part, Map<String, PlannedChange> wanted, SnapshotWriter writer)
      throws Exception {
    plan.entries()
        .each(
            (one, content) -> {
              PlannedChange change = wanted.get(one.name());
              if (change != null && change.digest().equals(Optional.of(one.digest()))) {
                add(writer, part, change, one.updatedAt(), content);
              }
            },
            Cancellation.never());
  }

  private static void add(
      SnapshotWriter writer,
      SnapshotPart part,
      PlannedChange change,
      String updatedAt,
      byte[] content) {
    boolean receipt = part == SnapshotPart.RECEIPT;
    SnapshotDocument document =
        new SnapshotDocument(
            part,
            new SnapshotAddress(
                receipt ? "" : change.service(), change.stage(), receipt ? "" : change.provider()),
            Optional.of(change.ref()),
            "",
            content);
    try {
      if (receipt) {
        writer.receipt(document, updatedAt);
      } else {
        writer.add(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
