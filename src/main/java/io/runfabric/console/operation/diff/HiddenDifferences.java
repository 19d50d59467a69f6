package io.runfabric.console.operation.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.runfabric.console.model.CanonicalJson;
import java.util.Map;

/// Two secrets that differ look the same once they are hidden; here the right one is marked.
final class HiddenDifferences {

  private static final String MARK = " (another value)";

  private HiddenDifferences() {}

  /// The right document as it is shown beside the left one.
  ///
  /// @param shownLeft the left one with its secrets hidden, in the shape it has
  /// @param shownRight the right one, likewise
  static JsonNode marked(JsonNode left, JsonNode right, JsonNode shownLeft, JsonNode shownRight) {
    if (left instanceof ObjectNode
        && right instanceof ObjectNode
        && shownRight instanceof ObjectNode fields) {
      ObjectNode marked = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : fields.properties()) {
        String name = field.getKey();
        marked.set(
            name,
            left.has(name)
                ? marked(left.path(name), right.path(name), shownLeft.path(name), field.getValue())
                : field.getValue());
      }
      return marked;
    }
    if (left instanceof ArrayNode
        && right instanceof ArrayNode
        && shownRight instanceof ArrayNode elements) {
      ArrayNode marked = JsonNodeFactory.instance.arrayNode(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        marked.add(
            i < left.size()
                ? marked(left.get(i), right.get(i), shownLeft.path(i), elements.get(i))
                : elements.get(i));
      }
      return marked;
    }
    return value(left, right, shownLeft, shownRight);
  }

  private static JsonNode value(
      JsonNode left, JsonNode right, JsonNode shownLeft, JsonNode shownRight) {
    if (CanonicalJson.text(left).equals(CanonicalJson.text(right))) {
      return shownLeft;
    }
    return shownLeft.equals(shownRight) ? TextNode.valueOf(shownRight.asText() + MARK) : shownRight;
  }
}
