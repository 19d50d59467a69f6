package io.runfabric.console.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Journal.Checkpoint;
import io.runfabric.console.model.Journal.ChecksumState;
import io.runfabric.console.model.Journal.Operation;
import java.util.ArrayList;
import java.util.List;

/// Reads journals. What does not load becomes a row that says why, addressed by its key.
public final class JournalFormat {

  private JournalFormat() {}

  /// The journal of a stored document; never throws for its content.
  ///
  /// @param keyName `<service>-<stage>` as the document's key tells, for a journal that does not
  ///   load
  public static Journal read(byte[] content, String keyName, DocumentRef ref, Revision revision) {
    try {
      return loaded(Json.object(content), ref, revision, content.length);
    } catch (UnreadableDocumentException e) {
      return unreadable(keyName, e.reason(), ref, revision, content.length);
    }
  }

  /// A journal that does not load.
  public static Journal unreadable(
      String keyName, String reason, DocumentRef ref, Revision revision, long size) {
    return new Journal(
        "",
        keyName,
        "",
        "",
        "",
        "",
        0,
        0,
        "",
        ChecksumState.ABSENT,
        false,
        List.of(),
        List.of(),
        new Health.Unreadable(reason),
        ref,
        revision,
        size);
  }

  private static Journal loaded(ObjectNode document, DocumentRef ref, Revision revision, long size)
      throws UnreadableDocumentException {
    Fields fields = Fields.of(document);
    List<Checkpoint> checkpoints = new ArrayList<>();
    for (Fields checkpoint : fields.objects("checkpoints")) {
      checkpoints.add(new Checkpoint(checkpoint.text("name"), checkpoint.text("status")));
    }
    List<Operation> operations = new ArrayList<>();
    for (Fields operation : fields.objects("operations")) {
      operations.add(new Operation(operation.text("type"), operation.text("resource")));
    }
    return new Journal(
        fields.text("service"),
        fields.text("stage"),
        fields.text("operation"),
        fields.text("status"),
        fields.text("startedAt"),
        fields.text("updatedAt"),
        fields.integer("version"),
        fields.integer("attemptCount"),
        fields.text("lastAttemptAt"),
        JournalChecksum.state(document),
        false,
        checkpoints,
        operations,
        Health.ok(),
        ref,
        revision,
        size);
  }
}
