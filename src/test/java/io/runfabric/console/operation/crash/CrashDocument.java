package io.runfabric.console.operation.crash;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.EntryAddress;
import io.runfabric.console.backend.StateBackend;
import io.runfabric.console.backend.TestProject;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.change.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A document as it was and as it is meant to become; some are large, so that a write that is not
/// one step would be caught halfway.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CrashDocument(
    Part part, String stage, String provider, Optional<byte[]> old, Optional<byte[]> wanted) {

  private static final String OLD = "2026-03-01T10:00:00Z";
  private static final String NEW = "2026-03-02T10:00:00Z";
  private static final int LARGE = 150_000;

  /// Kept, replaced, created and removed ones of every part.
  static List<CrashDocument> all() {
    List<CrashDocument> all = new ArrayList<>();
    for (Part part : Part.values()) {
      int more = part == Part.JOURNAL ? 0 : 1;
      add(all, part, "same", 1 + more, true, true);
      add(all, part, "replaced", 1 + 4 * more, true, true);
      add(all, part, "created", 1 + 2 * more, false, true);
      add(all, part, "removed", 1 + more, true, false);
    }
    return all;
  }

  private static void add(
      List<CrashDocument> all, Part part, String fate, int count, boolean old, boolean wanted) {
    for (int i = 0; i < count; i++) {
      String stage = fate + "-" + i;
      int size = i % 3 == 0 ? LARGE : 10;
      boolean same = fate.equals("same");
      all.add(
          new CrashDocument(
              part,
              stage,
              part == Part.RECORD ? "gcp-functions" : "",
              old ? Optional.of(text(part, stage, OLD, "o".repeat(size))) : Optional.empty(),
              wanted
                  ? Optional.of(
                      text(part, stage, same ? OLD : NEW, (same ? "o" : "n").repeat(size)))
                  : Optional.empty()));
    }
  }

  private static byte[] text(Part part, String stage, String time, String filling) {
    String rest =
        switch (part) {
          case RECEIPT ->
              """
              "version": 2, "provider": "aws-lambda", "deploymentId": "d-1", "outputs": {}\
              """;
          case RECORD ->
              """
              "schemaVersion": 2, "provider": "gcp-functions", "lifecycle": "applied\"\
              """;
          case JOURNAL ->
              """
              "operation": "deploy", "status": "completed", "version": %d, "operations": []\
              """
                  .formatted(time.equals(OLD) ? 3 : 7);
        };
    return "{%s,  \"service\": \"%s\", \"stage\": \"%s\", \"note\": \"%s\", \"updatedAt\": \"%s\"}\n"
        .formatted(rest, TestProject.SERVICE, stage, filling, time)
        .getBytes(StandardCharsets.UTF_8);
  }

  String name() {
    return part.word() + " " + stage;
  }

  DocumentRef place(StateBackend backend) throws BackendException {
    return switch (part) {
      case RECEIPT -> backend.locate(EntryAddress.receipt(stage));
      case RECORD -> backend.locate(EntryAddress.record(TestProject.SERVICE, stage, provider));
      case JOURNAL -> backend.locateJournal(TestProject.SERVICE, stage);
    };
  }
}
