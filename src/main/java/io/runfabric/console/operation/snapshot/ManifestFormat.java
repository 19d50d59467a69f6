package io.runfabric.console.operation.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.operation.StateFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The manifest as JSON. Its last field, the digest of everything before it, is not part of it
/// here: see [Seal].
final class ManifestFormat {

  private ManifestFormat() {}

  /// Writes the fields; the object is open.
  static void write(JsonGenerator json, SnapshotManifest manifest) throws IOException {
    SnapshotScope scope = manifest.scope();
    json.writeNumberField("formatVersion", SnapshotManifest.FORMAT_VERSION);
    json.writeStringField("tool", scope.tool());
    json.writeStringField("createdBy", scope.createdBy());
    json.writeStringField("location", scope.location());
    json.writeObjectFieldStart("filter");
    optional(json, "service", scope.filter().service());
    optional(json, "stage", scope.filter().stage());
    optional(json, "provider", scope.filter().provider());
    json.writeBooleanField("allServices", scope.filter().allServices());
    json.writeEndObject();
    json.writeBooleanField("partial", scope.partial());
    json.writeObjectFieldStart("counts");
    for (SnapshotPart part : SnapshotPart.values()) {
      json.writeNumberField(part.field(), manifest.counts().getOrDefault(part, 0L));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("documents");
    for (ManifestLine line : manifest.documents()) {
      json.writeRaw('\n');
      line(json, line);
    }
    json.writeEndArray();
  }

  private static void line(JsonGenerator json, ManifestLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("collection", line.part().field());
    json.writeStringField("name", line.name());
    json.writeStringField("source", line.origin().source());
    json.writeStringField("key", line.origin().key());
    json.writeNumberField("sizeBytes", line.sizeBytes());
    json.writeStringField("sha256", line.sha256());
    if (!line.leading().isEmpty()) {
      json.writeStringField("leading", line.leading());
    }
    if (!line.trailing().isEmpty()) {
      json.writeStringField("trailing", line.trailing());
    }
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  /// One line of the manifest's `documents`.
  static ManifestLine line(JsonNode node) throws SnapshotException {
    Optional<SnapshotPart> part = SnapshotPart.ofField(node.path("collection").asText());
    if (part.isEmpty()) {
      throw SnapshotException.damaged("its manifest names a collection there is none of");
    }
    return new ManifestLine(
        part.get(),
        node.path("name").asText(),
        new DocumentRef(node.path("source").asText(), node.path("key").asText()),
        node.path("sizeBytes").asLong(-1),
        node.path("sha256").asText(),
        node.path("leading").asText(),
        node.path("trailing").asText());
  }

  /// The manifest of its small fields and its lines.
  static SnapshotManifest manifest(Map<String, JsonNode> fields, List<ManifestLine> lines) {
    Map<SnapshotPart, Long> counts = new EnumMap<>(SnapshotPart.class);
    JsonNode counted =
        fields.getOrDefault(
            "counts", com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    for (SnapshotPart part : SnapshotPart.values()) {
      counts.put(part, counted.path(part.field()).asLong());
    }
    return new SnapshotManifest(
        new SnapshotScope(
            text(fields, "tool"),
            text(fields, "createdBy"),
            text(fields, "location"),
            filter(fields.get("filter")),
            Optional.ofNullable(fields.get("partial")).map(JsonNode::asBoolean).orElse(false)),
        counts,
        new ArrayList<>(lines));
  }

  private static StateFilter filter(@org.jspecify.annotations.Nullable JsonNode node) {
    return node == null
        ? StateFilter.PROJECT
        : new StateFilter(
            named(node, "service"),
            named(node, "stage"),
            named(node, "provider"),
            node.path("allServices").asBoolean());
  }

  private static Optional<String> named(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }

  private static String text(Map<String, JsonNode> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(JsonNode::asText).orElse("");
  }
}
