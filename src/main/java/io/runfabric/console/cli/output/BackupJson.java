package io.runfabric.console.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.Timestamps;
import io.runfabric.console.model.UnreadableDocumentException;
import io.runfabric.console.operation.backup.BackupFolder;
import io.runfabric.console.operation.backup.BackupPlan;
import io.runfabric.console.operation.backup.BackupResult;
import io.runfabric.console.operation.snapshot.SnapshotDocument;
import io.runfabric.console.operation.snapshot.SnapshotFacts;
import io.runfabric.console.operation.snapshot.SnapshotPart;
import io.runfabric.console.operation.snapshot.SnapshotScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Backups for scripts.
public final class BackupJson {

  private BackupJson() {}

  public static void plan(JsonGenerator json, BackupPlan plan) throws IOException {
    StateJson.texts(json, "stages", plan.stages());
    counts(json, plan.counts());
    json.writeNumberField("documentBytes", plan.sizeBytes());
    StateJson.texts(json, "unreadable", plan.unreadable());
    StateJson.otherServices(json, plan.otherServices());
  }

  /// The fields beside the service and the backend.
  public static void result(JsonGenerator json, BackupResult result, List<Path> pruned)
      throws IOException {
    json.writeStringField("path", result.file().toString());
    plan(json, result.contents());
    json.writeStringField("createdAt", result.facts().createdAt());
    json.writeStringField("sha256", result.facts().sha256());
    json.writeNumberField("sizeBytes", result.fileBytes());
    json.writeBooleanField("partial", result.facts().partial());
    json.writeBooleanField("encrypted", result.facts().encrypted());
    json.writeBooleanField("verified", true);
    StateJson.texts(json, "pruned", pruned.stream().map(Path::toString).toList());
  }

  public static void list(JsonGenerator json, BackupFolder folder, List<BackupFolder.Found> backups)
      throws IOException {
    json.writeStringField("folder", folder.path().toString());
    json.writeArrayFieldStart("backups");
    for (BackupFolder.Found backup : backups) {
      json.writeStartObject();
      json.writeStringField("name", backup.file().getFileName().toString());
      json.writeStringField("path", backup.file().toString());
      StateJson.optional(json, "time", backup.time().map(Timestamps::engine2).orElse(""));
      json.writeNumberField("fileBytes", backup.fileBytes());
      json.writeStringField("state", backup.state());
      StateJson.optional(json, "problem", backup.problem());
      if (backup.facts().isPresent()) {
        facts(json, backup.facts().get());
      } else {
        json.writeBooleanField("encrypted", backup.encrypted());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void facts(JsonGenerator json, SnapshotFacts facts) throws IOException {
    json.writeStringField("writer", facts.writer().word());
    json.writeStringField("service", facts.service());
    json.writeStringField("backend", facts.backend());
    json.writeStringField("createdAt", facts.createdAt());
    counts(json, facts.counts());
    json.writeNumberField("sizeBytes", facts.sizeBytes());
    json.writeStringField("sha256", facts.sha256());
    json.writeBooleanField("encrypted", facts.encrypted());
    json.writeBooleanField("partial", facts.partial());
    if (facts.scope().isPresent()) {
      SnapshotScope scope = facts.scope().get();
      json.writeBooleanField("wholeProject", scope.wholeProject());
      StateJson.optional(json, "filter", scope.filterText());
      json.writeStringField("tool", scope.tool());
      json.writeStringField("createdBy", scope.createdBy());
      json.writeStringField("location", scope.location());
    }
  }

  private static void counts(JsonGenerator json, Map<SnapshotPart, Long> counts)
      throws IOException {
    json.writeObjectFieldStart("counts");
    for (SnapshotPart part : SnapshotPart.values()) {
      json.writeNumberField(part.field(), counts.getOrDefault(part, 0L));
    }
    json.writeEndObject();
  }

  /// The array of a backup's documents, written as they come.
  public static final class Documents implements AutoCloseable {

    private final JsonGenerator json;
    private final Redactor redactor;
    private final boolean whole;

    /// @param whole whether also the documents themselves are written, and not only what they are
    public Documents(JsonGenerator json, Redactor redactor, boolean whole) throws IOException {
      this.json = json;
      this.redactor = redactor;
      this.whole = whole;
      json.writeArrayFieldStart("documents");
    }

    public void add(SnapshotDocument document) {
      try {
        json.writeStartObject();
        json.writeStringField("kind", document.part().word());
        json.writeStringField("service", document.address().service());
        json.writeStringField("stage", document.address().stage());
        json.writeStringField("provider", document.address().provider());
        json.writeNumberField("sizeBytes", document.content().length);
        if (document.origin().isPresent()) {
          json.writeStringField("source", document.origin().get().source());
          json.writeStringField("key", document.origin().get().key());
        }
        StateJson.optional(json, "reason", document.reason());
        content(document);
        json.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void content(SnapshotDocument document) throws IOException {
      try {
        ObjectNode content = Json.object(document.content());
        StateJson.optional(json, "updatedAt", content.path("updatedAt").asText(""));
        if (whole) {
          json.writeFieldName("document");
          json.writeTree(redactor.document(content));
        }
      } catch (UnreadableDocumentException _) {
        // It is among the unreadable ones, with its reason.
      }
    }

    @Override
    public void close() throws IOException {
      json.writeEndArray();
    }
  }
}
