package io.runfabric.console.operation.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.runfabric.console.model.DocumentRef;
import io.runfabric.console.model.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Writes a backup as its documents come in, in the order of [SnapshotPart]. Documents are not
/// parsed or reformatted: their JSON value is copied as it is, one on a line.
public final class SnapshotWriter {

  /// The newest record schema there is, which engine 1 writes into its backups.
  static final int SCHEMA_VERSION = 2;

  private record Release(String stage, String updatedAt) {}

  private final HashedOutput out;
  private final JsonGenerator json;
  private final List<Release> releases = new ArrayList<>();
  private final List<ManifestLine> lines = new ArrayList<>();
  private final Map<SnapshotPart, Long> counts = new EnumMap<>(SnapshotPart.class);
  private final Deque<SnapshotPart> parts = new ArrayDeque<>(List.of(SnapshotPart.values()));

  /// @param target not closed by this
  public SnapshotWriter(OutputStream target, SnapshotHeader header) throws IOException {
    out = new HashedOutput(target);
    json =
        Json.MAPPER
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    json.writeStringField("createdAt", header.createdAt());
    json.writeStringField("backend", header.backend());
    json.writeStringField("service", header.service());
    begin();
  }

  /// Adds a receipt, which the engine also lists as a release.
  ///
  /// @param updatedAt as the receipt tells it
  public void receipt(SnapshotDocument receipt, String updatedAt) throws IOException {
    releases.add(new Release(receipt.address().stage(), updatedAt));
    add(receipt);
  }

  /// Adds a document. Parts come in their order.
  public void add(SnapshotDocument document) throws IOException {
    SnapshotPart part = document.part();
    if (!parts.contains(part)) {
      throw new IllegalStateException("a " + part.word() + " after the end of its part");
    }
    while (parts.element() != part) {
      end();
      begin();
    }
    json.writeRaw('\n');
    DocumentRef origin = document.origin().orElseThrow();
    ValueSpan span = ValueSpan.of(document.content());
    switch (part) {
      case RECEIPT -> {
        json.writeFieldName(document.address().stage());
        verbatim(document, span);
      }
      case RECORD -> item(document, "record", span);
      case LOCK, STAGE_LOCK -> item(document, "lock", span);
      case JOURNAL -> item(document, "journal", span);
      case UNREADABLE -> unreadable(document);
    }
    boolean framed = part != SnapshotPart.UNREADABLE;
    lines.add(
        new ManifestLine(
            part,
            document.address().text(),
            origin,
            document.content().length,
            Sha256.of(document.content()),
            framed ? span.leading(document.content()) : "",
            framed ? span.trailing(document.content()) : ""));
    counts.merge(part, 1L, Long::sum);
  }

  /// How many documents of each part were added.
  public Map<SnapshotPart, Long> counts() {
    return Map.copyOf(counts);
  }

  /// Ends the backup with its manifest and tells the SHA-256 of the whole file.
  public String finish(SnapshotScope scope) throws IOException {
    end();
    while (!parts.isEmpty()) {
      begin();
      end();
    }
    json.writeRaw('\n');
    json.writeObjectFieldStart(SnapshotManifest.FIELD);
    ManifestFormat.write(json, new SnapshotManifest(scope, counts, lines));
    json.writeFieldName(Seal.FIELD);
    json.writeRawValue("\"");
    json.flush();
    out.write(Seal.of(out.hex()));
    out.flush();
    return out.hex();
  }

  /// The bytes written so far.
  public long count() {
    return out.count();
  }

  private void item(SnapshotDocument document, String field, ValueSpan span) throws IOException {
    json.writeStartObject();
    address(document.address());
    json.writeFieldName(field);
    verbatim(document, span);
    json.writeEndObject();
  }

  private void unreadable(SnapshotDocument document) throws IOException {
    json.writeStartObject();
    address(document.address());
    json.writeStringField("reason", document.reason());
    json.writeStringField("base64", Base64.getEncoder().encodeToString(document.content()));
    json.writeEndObject();
  }

  private void address(SnapshotAddress address) throws IOException {
    json.writeObjectFieldStart("address");
    json.writeStringField("service", address.service());
    json.writeStringField("stage", address.stage());
    json.writeStringField("provider", address.provider());
    json.writeEndObject();
  }

  private void verbatim(SnapshotDocument document, ValueSpan span) throws IOException {
    // An empty raw value writes what separates it from the one before.
    json.writeRawValue("");
    json.flush();
    out.write(document.content(), span.from(), span.to() - span.from());
  }

  private void begin() throws IOException {
    SnapshotPart part = parts.element();
    json.writeRaw('\n');
    if (part == SnapshotPart.RECEIPT) {
      json.writeObjectFieldStart(part.field());
    } else {
      json.writeArrayFieldStart(part.field());
    }
  }

  private void end() throws IOException {
    json.writeRaw('\n');
    if (parts.remove() == SnapshotPart.RECEIPT) {
      json.writeEndObject();
      releases();
    } else {
      json.writeEndArray();
    }
  }

  private void releases() throws IOException {
    json.writeRaw('\n');
    json.writeArrayFieldStart("releases");
    for (Release release : releases) {
      json.writeStartObject();
      json.writeStringField("stage", release.stage());
      json.writeStringField("updatedAt", release.updatedAt());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
