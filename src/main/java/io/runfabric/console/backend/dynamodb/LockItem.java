package io.runfabric.console.backend.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.UnreadableDocumentException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item of the lock table and its JSON: string and number attributes are fields of the same
/// name; an attribute of another type is an object that names the type.
record LockItem(Map<String, AttributeValue> attributes) {

  /// The item with these JSON fields under a key.
  ///
  /// @param old the item it replaces; its attributes of other types are kept
  static LockItem of(Map<String, AttributeValue> key, byte[] content, LockItem old)
      throws BackendException {
    Map<String, AttributeValue> attributes = new HashMap<>();
    old.attributes.forEach((name, value) -> {
      if (value.s() == null && value.n() == null) {
        attributes.put(name, value);
      }
    });
    for (Map.Entry<String, JsonNode> field : object(content).properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual()) {
        attributes.put(field.getKey(), AttributeValue.fromS(value.textValue()));
      } else if (value.isNumber()) {
        attributes.put(field.getKey(), AttributeValue.fromN(value.asText()));
      } else if (!attributes.containsKey(field.getKey())) {
        throw invalid(field.getKey() + " is neither a string nor a number");
      }
    }
    attributes.putAll(key);
    return new LockItem(attributes);
  }

  byte[] content() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(attributes).forEach((name, value) -> json.set(name, json(value)));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  Revision revision() {
    return Revision.ofText(new TreeMap<>(attributes).toString());
  }

  /// The condition that the stored item is this one, attribute by attribute.
  Unchanged unchanged() {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    StringBuilder expression = new StringBuilder();
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      int i = names.size();
      names.put("#a" + i, attribute.getKey());
      values.put(":v" + i, attribute.getValue());
      expression.append(i == 0 ? "" : " AND ").append("#a" + i + " = :v" + i);
    }
    return new Unchanged(expression.toString(), names, values);
  }

  /// A condition expression with its names and values.
  record Unchanged(
      String expression, Map<String, String> names, Map<String, AttributeValue> values) {}

  private static JsonNode json(AttributeValue value) {
    if (value.s() != null) {
      return JsonNodeFactory.instance.textNode(value.s());
    }
    if (value.n() != null) {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(value.n()));
    }
    return JsonNodeFactory.instance.objectNode().put("type", value.type().name());
  }

  private static ObjectNode object(byte[] content) throws BackendException {
    try {
      return Json.object(content);
    } catch (UnreadableDocumentException e) {
      throw invalid(e.reason()).causedBy(e);
    }
  }

  private static BackendException invalid(String reason) {
    return new BackendException(
        Code.INVALID,
        "a lock item cannot be made of this document: " + reason,
        "use a JSON object of strings and numbers");
  }
}
