package io.runfabric.console.operation.snapshot;

import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import io.runfabric.console.operation.snapshot.SnapshotFacts.Writer;
import io.runfabric.console.operation.snapshot.SnapshotParser.Outline;

/// Tells which program wrote a file, and refuses what none of them wrote so.
final class Recognition {

  private Recognition() {}

  static Writer writer(Outline outline, Seal seal) throws SnapshotException {
    // One of these is left whatever else is spoiled, and then the manifest must be there.
    boolean console =
        outline.manifest().isPresent()
            || outline.seen().contains(SnapshotPart.STAGE_LOCK)
            || outline.seen().contains(SnapshotPart.JOURNAL)
            || outline.seen().contains(SnapshotPart.UNREADABLE)
            || (outline.seen().contains(SnapshotPart.RECEIPT)
                && outline.seen().contains(SnapshotPart.RECORD));
    schema(outline);
    if (console) {
      if (outline.manifest().isEmpty()) {
        throw SnapshotException.damaged("its manifest is missing");
      }
      if (!seal.unbroken()) {
        throw SnapshotException.damaged("its checksum is not that of its content");
      }
      return Writer.CONSOLE;
    }
    if (outline.seen().contains(SnapshotPart.RECEIPT)) {
      return Writer.ENGINE_2;
    }
    if (outline.seen().contains(SnapshotPart.RECORD) && outline.has("createdAt")) {
      return Writer.ENGINE_1;
    }
    throw new SnapshotException(
        Code.NOT_A_BACKUP,
        "the file has neither receipts nor records, so it is no backup",
        "name a backup");
  }

  private static void schema(Outline outline) throws SnapshotException {
    var version = outline.fields().get("schemaVersion");
    if (version != null && version.asInt() > SnapshotWriter.SCHEMA_VERSION) {
      throw SnapshotParser.tooNew("schema version " + version.asInt());
    }
  }
}
