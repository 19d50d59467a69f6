package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads engine 1's state records, schema version 1 and 2.
public final class RecordFormat {

  private static final int NEWEST_SCHEMA = 2;
  private static final Set<String> LIFECYCLES = Set.of("in_progress", "applied", "failed");

  private RecordFormat() {}

  /// @throws UnreadableDocumentException for a schema this console does not know, or fields of the
  ///   wrong type
  public static StateRecord read(byte[] content) throws UnreadableDocumentException {
    return read(Json.object(content));
  }

  /// As [#read(byte[])], of a parsed document.
  public static StateRecord read(ObjectNode document) throws UnreadableDocumentException {
    Fields fields = Fields.of(document);
    long schema = fields.integer("schemaVersion");
    if (schema < 1 || schema > NEWEST_SCHEMA) {
      throw new UnreadableDocumentException("unsupported state schema version " + schema);
    }
    String lifecycle = schema == 1 ? "applied" : fields.text("lifecycle");
    if (!LIFECYCLES.contains(lifecycle)) {
      throw new UnreadableDocumentException(
          "field lifecycle must be in_progress, applied or failed");
    }
    return new StateRecord(
        (int) schema,
        fields.text("provider"),
        fields.text("service"),
        fields.text("stage"),
        fields.text("updatedAt"),
        lifecycle,
        fields.text("endpoint"),
        flat(fields.object("resourceAddresses")),
        flat(fields.object("workflowAddresses")),
        flat(fields.object("secretReferences")),
        fields.object("details"));
  }

  /// The facts a table shows, with secrets hidden: an address may carry a credential.
  public static EntryFacts facts(StateRecord record) {
    String endpoint = Redactor.masking().value("endpoint", record.endpoint());
    return new EntryFacts("", endpoint, record.lifecycle(), 0);
  }

  // Engine 1 does not fix the shape of addresses: what is not text is shown as compact JSON.
  private static Map<String, String> flat(ObjectNode object) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      values.put(field.getKey(), value.isTextual() ? value.textValue() : value.toString());
    }
    return values;
  }
}
