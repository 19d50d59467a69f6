package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/// One text for all ways to write the same JSON: keys sorted by code point, no white space, each
/// number by its value. Two documents have the same canonical text exactly when a store that keeps
/// JSON, and not its text, could hand one back for the other.
public final class CanonicalJson {

  private CanonicalJson() {}

  /// The canonical text of a document.
  public static String text(JsonNode document) {
    StringBuilder out = new StringBuilder();
    write(document, out);
    return out.toString();
  }

  /// The digest of a document's canonical text, as `sha256:` and lower-case hex; of its bytes when
  /// it is no JSON object.
  public static Revision digest(byte[] document) {
    try {
      return Revision.ofContent(text(Json.object(document)).getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableDocumentException _) {
      return Revision.ofContent(document);
    }
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node) {
      case ObjectNode object -> object(object, out);
      case ArrayNode array -> {
        out.append('[');
        for (Iterator<JsonNode> each = array.elements(); each.hasNext(); ) {
          write(each.next(), out);
          out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
      }
      case JsonNode number when number.isNumber() -> out.append(number(number.decimalValue()));
      case JsonNode text when text.isTextual() -> out.append(new GoJson().string(text.textValue()));
      case JsonNode other -> out.append(other);
    }
  }

  private static void object(ObjectNode object, StringBuilder out) {
    Map<String, JsonNode> sorted = new TreeMap<>(GoJson::byCodePoint);
    object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    out.append('{');
    String comma = "";
    for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
      out.append(comma).append(new GoJson().string(field.getKey())).append(':');
      write(field.getValue(), out);
      comma = ",";
    }
    out.append('}');
  }

  // Digits and exponent rather than plain digits: 1e999999 must not become a million zeros.
  private static String number(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.signum() == 0 ? "0" : shortest.unscaledValue() + "e" + -shortest.scale();
  }
}
