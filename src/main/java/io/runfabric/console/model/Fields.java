package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads typed fields of one JSON object as the engines do: absent and null mean empty, another
/// type is an error that names the field.
final class Fields {

  private final ObjectNode object;
  private final String path;

  private Fields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static Fields of(ObjectNode object) {
    return new Fields(object, "");
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  String text(String name) throws UnreadableDocumentException {
    JsonNode node = object.get(name);
    if (absent(node)) {
      return "";
    }
    if (!node.isTextual()) {
      throw wrongType(name, "a string", node);
    }
    return node.textValue();
  }

  long integer(String name) throws UnreadableDocumentException {
    JsonNode node = object.get(name);
    if (absent(node)) {
      return 0;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrongType(name, "a whole number", node);
    }
    return node.longValue();
  }

  Map<String, String> texts(String name) throws UnreadableDocumentException {
    JsonNode node = object.get(name);
    if (absent(node)) {
      return Map.of();
    }
    if (!(node instanceof ObjectNode map)) {
      throw wrongType(name, "an object", node);
    }
    Fields inner = new Fields(map, path + name + ".");
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : (Iterable<String>) map::fieldNames) {
      values.put(key, inner.text(key));
    }
    return values;
  }

  ObjectNode object(String name) throws UnreadableDocumentException {
    JsonNode node = object.get(name);
    if (absent(node)) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!(node instanceof ObjectNode map)) {
      throw wrongType(name, "an object", node);
    }
    return map;
  }

  List<Fields> objects(String name) throws UnreadableDocumentException {
    JsonNode node = object.get(name);
    if (absent(node)) {
      return List.of();
    }
    if (!(node instanceof ArrayNode array)) {
      throw wrongType(name, "an array", node);
    }
    List<Fields> elements = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof ObjectNode element)) {
        throw wrongType(name + "[" + i + "]", "an object", array.get(i));
      }
      elements.add(new Fields(element, path + name + "[" + i + "]."));
    }
    return elements;
  }

  private UnreadableDocumentException wrongType(String name, String wanted, JsonNode found) {
    return new UnreadableDocumentException(
        "field "
            + path
            + name
            + " must be "
            + wanted
            + ", found "
            + found.getNodeType().name().toLowerCase(Locale.ROOT));
  }

  private static boolean absent(@org.jspecify.annotations.Nullable JsonNode node) {
    return node == null || node.isNull();
  }
}
