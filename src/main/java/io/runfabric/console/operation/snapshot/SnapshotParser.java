package io.runfabric.console.operation.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.runfabric.console.operation.snapshot.SnapshotException.Code;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goes through a backup once, of whichever program wrote it, and hands over its documents as they
/// come. Memory holds one document, the names, and the manifest.
final class SnapshotParser {

  /// Takes a document: the bytes of its JSON value, or the raw bytes of an unreadable one.
  interface Sink {
    void take(SnapshotPart part, SnapshotAddress address, String reason, byte[] value)
        throws SnapshotException;
  }

  /// What stands beside the documents.
  ///
  /// @param fields the small fields at the top
  /// @param seen the parts the file has
  record Outline(
      Map<String, JsonNode> fields, Set<SnapshotPart> seen, Optional<SnapshotManifest> manifest) {

    String text(String name) {
      return Optional.ofNullable(fields.get(name)).map(JsonNode::asText).orElse("");
    }

    boolean has(String name) {
      return fields.containsKey(name);
    }
  }

  // A document may be nested as deep as the mapper reads it, some levels further down.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(StreamReadConstraints.DEFAULT_MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          // Stages are names of fields, and there may be 100,000 of them.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(com.fasterxml.jackson.core.StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();
  private static final ObjectReader SMALL = new JsonMapper(FACTORY).reader();

  private final ByteTape tape;
  private final JsonParser json;
  private final Sink sink;
  private final Map<String, JsonNode> fields = new HashMap<>();
  private final Set<SnapshotPart> seen = new HashSet<>();
  private Optional<SnapshotManifest> manifest = Optional.empty();

  private SnapshotParser(ByteTape tape, JsonParser json, Sink sink) {
    this.tape = tape;
    this.json = json;
    this.sink = sink;
  }

  /// Reads to the end of the stream.
  static Outline parse(InputStream in, Sink sink) throws IOException, SnapshotException {
    ByteTape tape = new ByteTape(in);
    try (JsonParser json = FACTORY.createParser(tape)) {
      if (!tape.startsAsJson()) {
        throw noObject();
      }
      return new SnapshotParser(tape, json, sink).file();
    } catch (StreamConstraintsException e) {
      throw SnapshotException.damaged("it is nested deeper than any state is").causedBy(e);
    } catch (JsonProcessingException e) {
      throw broken(e);
    } catch (CharConversionException | StreamCorruptedException e) {
      throw SnapshotException.damaged("its content was changed or cut off").causedBy(e);
    }
  }

  private static SnapshotException noObject() {
    return new SnapshotException(
        Code.NOT_A_BACKUP, "the file is no JSON object, so it is no backup", "name a backup");
  }

  private static SnapshotException broken(JsonProcessingException e) {
    if (e instanceof com.fasterxml.jackson.core.io.JsonEOFException) {
      return SnapshotException.damaged("it ends in the middle of a value").causedBy(e);
    }
    var place = e.getLocation();
    String where = place == null ? "" : " at byte " + place.getByteOffset();
    return SnapshotException.damaged("it is not valid JSON" + where).causedBy(e);
  }

  private Outline file() throws IOException, SnapshotException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw noObject();
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field(name);
    }
    if (json.nextToken() != null) {
      throw SnapshotException.damaged("something follows its end");
    }
    return new Outline(fields, seen, manifest);
  }

  private void field(String name) throws IOException, SnapshotException {
    Optional<SnapshotPart> part = SnapshotPart.ofField(name);
    if (part.isPresent()) {
      if (!seen.add(part.get())) {
        throw SnapshotException.damaged("it has '" + name + "' twice");
      }
      if (part.get() == SnapshotPart.RECEIPT) {
        receipts();
      } else {
        items(part.get());
      }
    } else if (name.equals(SnapshotManifest.FIELD)) {
      manifest = Optional.of(manifest());
    } else if (json.currentToken().isStructStart()) {
      json.skipChildren();
    } else if (fields.put(name, SMALL.readTree(json)) != null) {
      throw SnapshotException.damaged("it has '" + name + "' twice");
    }
  }

  private void receipts() throws IOException, SnapshotException {
    expect(JsonToken.START_OBJECT, "receipts");
    Set<String> stages = new HashSet<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String stage = json.currentName();
      if (!stages.add(stage)) {
        throw SnapshotException.damaged("it has two receipts of one stage");
      }
      json.nextToken();
      hand(SnapshotPart.RECEIPT, new SnapshotAddress("", stage, ""), "", value("receipts"));
    }
  }

  private void items(SnapshotPart part) throws IOException, SnapshotException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(JsonToken.START_ARRAY, part.field());
    Set<SnapshotAddress> addresses = new HashSet<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_OBJECT, part.field());
      SnapshotItem item = item(part);
      if (part == SnapshotPart.RECORD && !addresses.add(item.address())) {
        throw SnapshotException.damaged("it has two records of one address");
      }
      if (item.value().isPresent()) {
        hand(part, item.address(), item.reason(), item.value().get());
      }
    }
  }

  private record SnapshotItem(SnapshotAddress address, String reason, Optional<byte[]> value) {}

  private SnapshotItem item(SnapshotPart part) throws IOException, SnapshotException {
    tape.forget(json.currentTokenLocation().getByteOffset());
    SnapshotAddress address = new SnapshotAddress("", "", "");
    String reason = "";
    Optional<byte[]> value = Optional.empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "address" -> address = address(SMALL.readTree(json));
        case "record", "lock", "journal" ->
            value =
                json.currentToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.of(value(part.field()));
        case "reason" -> reason = json.getText();
        case "base64" -> value = Optional.of(json.getBinaryValue());
        default -> json.skipChildren();
      }
    }
    if (value.isEmpty() && part == SnapshotPart.RECORD) {
      throw SnapshotException.damaged("one of its records is missing");
    }
    return new SnapshotItem(address, reason, value);
  }

  private static SnapshotAddress address(JsonNode node) {
    return new SnapshotAddress(
        node.path("service").asText(""),
        node.path("stage").asText(""),
        node.path("provider").asText(""));
  }

  /// The bytes of the object that starts here.
  private byte[] value(String part) throws IOException, SnapshotException {
    expect(JsonToken.START_OBJECT, part);
    long from = json.currentTokenLocation().getByteOffset();
    tape.forget(from);
    json.skipChildren();
    return tape.between(from, json.currentLocation().getByteOffset());
  }

  private void hand(SnapshotPart part, SnapshotAddress address, String reason, byte[] value)
      throws SnapshotException {
    Optional<String> problem = SnapshotNames.problem(part, address);
    if (problem.isPresent()) {
      throw SnapshotException.damaged(
          "it holds a " + part.word() + " that cannot be restored, because " + problem.get());
    }
    sink.take(part, address, reason, value);
  }

  private SnapshotManifest manifest() throws IOException, SnapshotException {
    expect(JsonToken.START_OBJECT, SnapshotManifest.FIELD);
    Map<String, JsonNode> small = new HashMap<>();
    List<ManifestLine> lines = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("documents")) {
        expect(JsonToken.START_ARRAY, name);
        while (json.nextToken() != JsonToken.END_ARRAY) {
          tape.forget(json.currentTokenLocation().getByteOffset());
          lines.add(ManifestFormat.line(SMALL.readTree(json)));
        }
      } else {
        small.put(name, SMALL.readTree(json));
      }
    }
    JsonNode version = small.get("formatVersion");
    if (version != null && version.asInt() > SnapshotManifest.FORMAT_VERSION) {
      throw tooNew("format version " + version.asInt());
    }
    return ManifestFormat.manifest(small, lines);
  }

  static SnapshotException tooNew(String what) {
    return new SnapshotException(
        Code.BACKUP_TOO_NEW,
        "the backup has " + what + ", which this console does not know",
        "use the program that wrote it, or a newer console");
  }

  private void expect(JsonToken token, String where) throws SnapshotException {
    if (json.currentToken() != token) {
      throw SnapshotException.damaged(
          "what stands under '" + where + "' is not what belongs there");
    }
  }
}
