package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What differs between two documents, by path.
public final class JsonDiff {

  /// One difference.
  ///
  /// @param path such as `functions[0].metadata.url`; keys that are no plain names are quoted
  /// @param key the last name on the path, which tells whether the value is sensitive
  /// @param before absent when the path is new
  /// @param after absent when the path is gone
  public record Change(
      String path, String key, Optional<JsonNode> before, Optional<JsonNode> after) {

    /// Whether nothing differs there, which only [JsonDiff#everything] tells of.
    public boolean same() {
      return before.isPresent()
          && before.map(CanonicalJson::text).equals(after.map(CanonicalJson::text));
    }
  }

  private final List<Change> changes = new ArrayList<>();
  private final boolean everything;

  private JsonDiff(boolean everything) {
    this.everything = everything;
  }

  /// The differences, in the order of the first document's fields, then the second's new ones.
  /// Numbers are compared by value.
  public static List<Change> between(JsonNode before, JsonNode after) {
    return new JsonDiff(/* everything= */ false).all(before, after);
  }

  /// As [#between], with the values that are the same in both.
  public static List<Change> everything(JsonNode before, JsonNode after) {
    return new JsonDiff(/* everything= */ true).all(before, after);
  }

  private List<Change> all(JsonNode before, JsonNode after) {
    compare("", "", before, after);
    return List.copyOf(changes);
  }

  private void compare(String path, String key, JsonNode before, JsonNode after) {
    if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
      objects(path, one, other);
    } else if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
      arrays(path, key, one, other);
    } else if (everything || !CanonicalJson.text(before).equals(CanonicalJson.text(after))) {
      changes.add(new Change(path, key, Optional.of(before), Optional.of(after)));
    }
  }

  private void objects(String path, ObjectNode before, ObjectNode after) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      field(step(path, name), name, before.get(name), after.get(name));
    }
  }

  private void arrays(String path, String key, ArrayNode before, ArrayNode after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      field(path + "[" + i + "]", key, before.get(i), after.get(i));
    }
  }

  private void field(
      String path,
      String key,
      @org.jspecify.annotations.Nullable JsonNode before,
      @org.jspecify.annotations.Nullable JsonNode after) {
    if (before != null && after != null) {
      compare(path, key, before, after);
    } else {
      changes.add(new Change(path, key, Optional.ofNullable(before), Optional.ofNullable(after)));
    }
  }

  private static String step(String path, String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
      return path + "[" + new GoJson().string(name) + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }
}
