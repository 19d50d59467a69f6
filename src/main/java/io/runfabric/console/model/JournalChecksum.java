package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Journal.ChecksumState;
import java.util.Locale;

/// The engine's journal checksum: lower-case hex SHA-256 over the compact JSON of the document
/// without its `checksum`, fields in the engine's order.
///
/// The engine takes it only when an operation is recorded, and stamps `updatedAt` afterwards, so a
/// difference is a note, never proof of damage.
public final class JournalChecksum {

  private JournalChecksum() {}

  static ChecksumState state(ObjectNode journal) {
    String stored = journal.path("checksum").asText("");
    if (stored.isEmpty()) {
      return ChecksumState.ABSENT;
    }
    return stored.toLowerCase(Locale.ROOT).equals(of(journal))
        ? ChecksumState.VALID
        : ChecksumState.DIFFERS;
  }

  /// The checksum the engine would write for this journal.
  public static String of(ObjectNode journal) {
    return Revision.ofText(canonical(journal)).hex();
  }

  static String canonical(ObjectNode journal) {
    GoJson json = new GoJson().raw("{");
    for (String name : new String[] {"service", "stage", "operation", "status"}) {
      json.name(name).string(journal.path(name).asText(""));
    }
    json.name("startedAt").string(journal.path("startedAt").asText(""));
    json.name("updatedAt").string(journal.path("updatedAt").asText(""));
    json.name("version").raw(Long.toString(journal.path("version").asLong()));
    json.name("attemptCount").raw(Long.toString(journal.path("attemptCount").asLong()));
    String lastAttempt = journal.path("lastAttemptAt").asText("");
    if (!lastAttempt.isEmpty()) {
      json.name("lastAttemptAt").string(lastAttempt);
    }
    if (journal.path("checkpoints") instanceof ArrayNode checkpoints && !checkpoints.isEmpty()) {
      json.name("checkpoints").raw("[");
      for (int i = 0; i < checkpoints.size(); i++) {
        JsonNode checkpoint = checkpoints.get(i);
        json.raw(i == 0 ? "{" : ",{");
        json.name("name").string(checkpoint.path("name").asText(""));
        json.name("status").string(checkpoint.path("status").asText("")).raw("}");
      }
      json.raw("]");
    }
    json.name("operations");
    if (journal.path("operations") instanceof ArrayNode operations) {
      json.raw("[");
      for (int i = 0; i < operations.size(); i++) {
        operation(json.raw(i == 0 ? "{" : ",{"), operations.get(i));
      }
      json.raw("]");
    } else {
      json.raw("null");
    }
    return json.raw("}").toString();
  }

  private static void operation(GoJson json, JsonNode operation) {
    json.name("type").string(operation.path("type").asText(""));
    json.name("resource").string(operation.path("resource").asText(""));
    if (operation.path("metadata") instanceof ObjectNode metadata && !metadata.isEmpty()) {
      json.name("metadata").value(metadata);
    }
    json.raw("}");
  }
}
