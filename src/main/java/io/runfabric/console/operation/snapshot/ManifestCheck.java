package io.runfabric.console.operation.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Makes documents of the values in a backup and holds each against its line of the manifest, in
/// the order of both. Without a manifest the values are taken as they are.
final class ManifestCheck {

  private final Optional<List<ManifestLine>> lines;
  private int next;

  ManifestCheck(Optional<List<ManifestLine>> lines) {
    this.lines = lines;
  }

  SnapshotDocument document(SnapshotPart part, SnapshotAddress address, String reason, byte[] value)
      throws SnapshotException {
    if (lines.isEmpty()) {
      return new SnapshotDocument(part, address, Optional.empty(), reason, value);
    }
    if (next == lines.get().size()) {
      throw SnapshotException.damaged("its manifest knows fewer documents than it has");
    }
    ManifestLine line = lines.get().get(next++);
    byte[] content = framed(line, value);
    if (line.part() != part
        || !line.name().equals(address.text())
        || line.sizeBytes() != content.length
        || !line.sha256().equals(Sha256.of(content))) {
      throw SnapshotException.damaged(
          "the " + part.word() + " " + address.text() + " is not what its manifest says");
    }
    return new SnapshotDocument(part, address, Optional.of(line.origin()), reason, content);
  }

  void end() throws SnapshotException {
    if (lines.isPresent() && next < lines.get().size()) {
      throw SnapshotException.damaged("its manifest knows more documents than it has");
    }
  }

  private static byte[] framed(ManifestLine line, byte[] value) {
    if (line.leading().isEmpty() && line.trailing().isEmpty()) {
      return value;
    }
    byte[] before = line.leading().getBytes(StandardCharsets.US_ASCII);
    byte[] after = line.trailing().getBytes(StandardCharsets.US_ASCII);
    byte[] content = new byte[before.length + value.length + after.length];
    System.arraycopy(before, 0, content, 0, before.length);
    System.arraycopy(value, 0, content, before.length, value.length);
    System.arraycopy(after, 0, content, before.length + value.length, after.length);
    return content;
  }
}
