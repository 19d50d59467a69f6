package io.runfabric.console.operation.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.model.CanonicalJson;
import io.runfabric.console.model.Json;
import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.model.UnreadableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Two documents side by side, as they may be shown.
///
/// @param same whether they are equal as JSON, or else byte for byte
/// @param fields every value of the two by path, also those that are the same; none when one does
///   not load
/// @param lines their texts, indented and with sorted keys, or as stored when one does not load
/// @param problems what keeps them from being compared by path, a sentence each
public record Difference(
    boolean same, List<JsonDiff.Change> fields, List<LinePair> lines, List<String> problems) {

  /// Compares; an absent document is an empty one. Takes time in proportion to both.
  ///
  /// @param redactor decides what may be seen; hidden values that differ are marked as such
  public static Difference between(
      Optional<byte[]> left, Optional<byte[]> right, Redactor redactor) {
    List<String> problems = new ArrayList<>();
    Optional<ObjectNode> before = parsed(left, "left", problems);
    Optional<ObjectNode> after = parsed(right, "right", problems);
    if (before.isEmpty() || after.isEmpty()) {
      return texts(left, right, redactor, problems);
    }
    JsonNode shownBefore = redactor.document(before.get());
    JsonNode shownAfter =
        HiddenDifferences.marked(
            before.get(), after.get(), shownBefore, redactor.document(after.get()));
    return new Difference(
        left.isPresent() == right.isPresent()
            && CanonicalJson.text(before.get()).equals(CanonicalJson.text(after.get())),
        JsonDiff.everything(shownBefore, shownAfter),
        LinePair.between(lines(left, shownBefore), lines(right, shownAfter)),
        List.of());
  }

  /// The values that are not the same.
  public List<JsonDiff.Change> changes() {
    return fields.stream().filter(field -> !field.same()).toList();
  }

  private static Difference texts(
      Optional<byte[]> left, Optional<byte[]> right, Redactor redactor, List<String> problems) {
    boolean same = text(left).equals(text(right)) && left.isPresent() == right.isPresent();
    List<LinePair> lines =
        LinePair.between(
            redactor.text(text(left)).lines().toList(),
            redactor.text(text(right)).lines().toList());
    if (!same && lines.stream().allMatch(LinePair::same)) {
      problems.add("They differ in what is hidden, or in where their lines end.");
    }
    return new Difference(same, List.of(), lines, List.copyOf(problems));
  }

  private static Optional<ObjectNode> parsed(
      Optional<byte[]> content, String which, List<String> problems) {
    try {
      return Optional.of(
          content.isPresent() ? Json.object(content.get()) : JsonNodeFactory.instance.objectNode());
    } catch (UnreadableDocumentException e) {
      problems.add(
          "The "
              + which
              + " document does not load, so only text is compared: "
              + e.reason()
              + ".");
      return Optional.empty();
    }
  }

  private static String text(Optional<byte[]> content) {
    return content.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
  }

  private static List<String> lines(Optional<byte[]> content, JsonNode shown) {
    return content.isEmpty() ? List.of() : Json.pretty(sorted(shown)).lines().toList();
  }

  // Stores that keep JSON and not its text hand it back in another order.
  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      return JsonNodeFactory.instance.objectNode().setAll(fields);
    }
    if (node.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      node.forEach(element -> elements.add(sorted(element)));
      return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }
    return node;
  }
}
