package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.backend.WorkspaceRows;
import io.runfabric.console.config.Problem;
import io.runfabric.console.model.Entry;
import io.runfabric.console.model.EntryKind;
import io.runfabric.console.model.Health;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON of rows that several commands print.
public final class StateJson {

  private StateJson() {}

  /// An entry's address, health and revision; fields only, the object is open.
  public static void entryFields(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("kind", entry.kind().word());
    json.writeStringField("service", entry.service());
    json.writeStringField("stage", entry.stage());
    json.writeStringField("provider", entry.provider());
    if (entry.workspace().isPresent()) {
      json.writeStringField("workspace", entry.workspace().get());
    }
    json.writeStringField("updatedAt", entry.updatedAt());
    health(json, entry.health());
    json.writeStringField("key", entry.ref().key());
    json.writeStringField("revision", entry.revision().value());
    json.writeNumberField("sizeBytes", entry.sizeBytes());
    optional(json, "deploymentId", entry.facts().deploymentId());
    optional(json, "endpoint", entry.facts().endpoint());
    optional(json, "lifecycle", entry.facts().lifecycle());
    if (!entry.notes().isEmpty()) {
      texts(json, "notes", entry.notes());
    }
  }

  /// The engine's list of releases: the readable receipts' stages and times.
  public static void releases(JsonGenerator json, List<Entry> entries) throws IOException {
    json.writeArrayFieldStart("releases");
    for (Entry entry : entries) {
      if (entry.kind() == EntryKind.RECEIPT && entry.readable()) {
        json.writeStartObject();
        json.writeStringField("stage", entry.stage());
        json.writeStringField("updatedAt", entry.updatedAt());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  public static void locks(JsonGenerator json, List<Lock> locks) throws IOException {
    json.writeArrayFieldStart("locks");
    for (Lock lock : locks) {
      json.writeStartObject();
      json.writeStringField("service", lock.service());
      json.writeStringField("stage", lock.stage());
      optional(json, "provider", lock.provider());
      json.writeStringField("holder", lock.holder());
      optional(json, "operation", lock.operation());
      json.writeStringField("createdAt", lock.createdAt());
      json.writeStringField("expiresAt", lock.expiresAt());
      optional(json, "lastHeartbeatAt", lock.lastHeartbeatAt());
      json.writeStringField("state", lock.state().word());
      json.writeStringField("source", lock.source().word());
      flag(json, "pidAlive", lock.pidAlive());
      optional(json, "reason", lock.reason());
      json.writeStringField("key", lock.ref().key());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void journals(JsonGenerator json, List<Journal> journals) throws IOException {
    json.writeArrayFieldStart("journals");
    for (Journal journal : journals) {
      json.writeStartObject();
      json.writeStringField("service", journal.service());
      json.writeStringField("stage", journal.stage());
      json.writeStringField("status", journal.status());
      json.writeStringField("operation", journal.operation());
      json.writeNumberField("version", journal.version());
      json.writeNumberField("attemptCount", journal.attemptCount());
      json.writeStringField("checksum", journal.checksum().word());
      json.writeBooleanField("interrupted", journal.interrupted());
      json.writeStringField("startedAt", journal.startedAt());
      json.writeStringField("updatedAt", journal.updatedAt());
      health(json, journal.health());
      json.writeStringField("key", journal.ref().key());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void otherServices(JsonGenerator json, Map<String, Long> counts)
      throws IOException {
    json.writeArrayFieldStart("otherServices");
    for (Map.Entry<String, Long> count : new java.util.TreeMap<>(counts).entrySet()) {
      json.writeStartObject();
      json.writeStringField("service", count.getKey());
      json.writeNumberField("entries", count.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void workspaces(JsonGenerator json, List<WorkspaceRows> rows) throws IOException {
    json.writeArrayFieldStart("workspaces");
    for (WorkspaceRows row : rows) {
      json.writeStartObject();
      json.writeStringField("id", row.id());
      json.writeNumberField("entries", row.entries());
      json.writeBooleanField("chosen", row.chosen());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void warnings(JsonGenerator json, List<Problem> warnings) throws IOException {
    json.writeArrayFieldStart("warnings");
    for (Problem warning : warnings) {
      json.writeTree(ErrorReport.problem(warning));
    }
    json.writeEndArray();
  }

  public static void texts(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  public static void health(JsonGenerator json, Health health) throws IOException {
    json.writeStringField("health", health.word());
    optional(json, "reason", health.reason());
  }

  public static void optional(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void flag(JsonGenerator json, String name, Optional<Boolean> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeBooleanField(name, value.get());
    }
  }
}
