package io.runfabric.console.operation.snapshot;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import io.runfabric.console.operation.snapshot.SnapshotFacts.Writer;
import io.runfabric.console.operation.snapshot.SnapshotParser.Outline;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A backup that was read to its end and found good: the console's own, or an engine's.
///
/// ```
/// Snapshot snapshot = Snapshot.open(source, progress, cancellation);
/// snapshot.read(document -> document.entry().ifPresent(…), cancellation);
/// ```
public final class Snapshot {

  private final SnapshotSource source;
  private final SnapshotFacts facts;
  private final Optional<SnapshotManifest> manifest;

  private Snapshot(
      SnapshotSource source, SnapshotFacts facts, Optional<SnapshotManifest> manifest) {
    this.source = source;
    this.facts = facts;
    this.manifest = manifest;
  }

  /// Reads a backup to its end and checks all of it: its form, every name in it, its seal and the
  /// digest of every document.
  ///
  /// @throws SnapshotException with what is wrong, in one sentence
  /// @throws java.util.concurrent.CancellationException once cancelled
  public static Snapshot open(SnapshotSource source, Progress progress, Cancellation cancellation)
      throws IOException, SnapshotException {
    progress.phase("verifying");
    Map<SnapshotPart, Long> counts = new EnumMap<>(SnapshotPart.class);
    Tally tally = new Tally(counts, progress, cancellation);
    try (Seal seal = new Seal(buffered(source))) {
      Outline outline = SnapshotParser.parse(seal, tally);
      Writer writer = Recognition.writer(outline, seal);
      SnapshotFacts facts =
          new SnapshotFacts(
              writer,
              outline.text("service"),
              outline.text("backend"),
              outline.text("createdAt"),
              outline.manifest().map(SnapshotManifest::scope),
              Map.copyOf(counts),
              seal.count(),
              seal.hex(),
              source.encrypted());
      Snapshot snapshot = new Snapshot(source, facts, outline.manifest());
      if (outline.manifest().isPresent()) {
        snapshot.read(_ -> {}, cancellation);
      }
      return snapshot;
    }
  }

  /// Whether a file ends as the console's own backups do, without reading it: enough to tell that
  /// it is one, not that it is good.
  public static boolean sealed(Path file) throws IOException {
    return Seal.atTheEndOf(file);
  }

  public SnapshotFacts facts() {
    return facts;
  }

  /// Hands over every document in the order of the file, each checked against the manifest first.
  ///
  /// @throws SnapshotException when the file is no longer the one that was found good
  /// @throws java.util.concurrent.CancellationException once cancelled
  public void read(Consumer<SnapshotDocument> sink, Cancellation cancellation)
      throws IOException, SnapshotException {
    ManifestCheck check = new ManifestCheck(manifest.map(SnapshotManifest::documents));
    try (Seal seal = new Seal(buffered(source))) {
      SnapshotParser.parse(
          seal,
          (part, address, reason, value) -> {
            cancellation.check();
            sink.accept(check.document(part, address, reason, value));
          });
      check.end();
      if (!seal.hex().equals(facts.sha256())) {
        throw SnapshotException.damaged("it was changed while it was read");
      }
    }
  }

  private static InputStream buffered(SnapshotSource source) throws IOException, SnapshotException {
    return new BufferedInputStream(source.open(), 1 << 16);
  }

  private record Tally(Map<SnapshotPart, Long> counts, Progress progress, Cancellation cancellation)
      implements SnapshotParser.Sink {

    @Override
    public void take(SnapshotPart part, SnapshotAddress address, String reason, byte[] value) {
      cancellation.check();
      counts.merge(part, 1L, Long::sum);
      progress.at(counts.values().stream().mapToLong(Long::longValue).sum(), -1);
    }
  }
}
