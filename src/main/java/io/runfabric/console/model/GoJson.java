package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// Writes compact JSON as Go's `encoding/json` does, the form the engine takes digests over: map
/// keys sorted, `<`, `>` and `&` escaped, U+2028 and U+2029 escaped, other non-ASCII raw.
public final class GoJson {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  public GoJson raw(String text) {
    out.append(text);
    return this;
  }

  /// A JSON string.
  public GoJson string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.append('"');
    return this;
  }

  /// `"name":` preceded by a comma where one is due.
  public GoJson name(String name) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    return string(name).raw(":");
  }

  /// Any value, objects with their keys sorted as Go sorts maps (by UTF-8 bytes).
  public GoJson value(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        Map<String, JsonNode> sorted = new TreeMap<>(GoJson::byCodePoint);
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        out.append('{');
        sorted.forEach((key, value) -> name(key).value(value));
        out.append('}');
      }
      case ArrayNode array -> {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
          out.append(i == 0 ? "" : ",");
          value(array.get(i));
        }
        out.append(']');
      }
      case JsonNode text when text.isTextual() -> string(text.textValue());
      case JsonNode other -> out.append(other);
    }
    return this;
  }

  // UTF-8 byte order is code point order, which differs from String's for surrogates.
  static int byCodePoint(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  private void character(String text, int i) {
    char c = text.charAt(i);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '<', '>', '&', '\u2028', '\u2029' -> escape(c);
      default -> {
        if (c < 0x20) {
          escape(c);
        } else if (Character.isSurrogate(c) && !paired(text, i)) {
          out.append('\ufffd');
        } else {
          out.append(c);
        }
      }
    }
  }

  private static boolean paired(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
