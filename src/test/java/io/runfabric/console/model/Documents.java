package io.runfabric.console.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/// JSON documents as nobody would think of: Unicode of all planes, numbers of any size, nesting.
public final class Documents extends DomainContextBase {

  private static final int LEVELS = 2;
  private static final int DEEPEST = 40;

  @Provide
  Arbitrary<ObjectNode> documents() {
    return objects(nodes(LEVELS)).withoutEdgeCases();
  }

  /// Keys of every script; some name something secret.
  static Arbitrary<String> keys() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.strings().alpha().ofMaxLength(6)),
        Tuple.of(3, texts()),
        Tuple.of(1, Arbitraries.of("apiKey", "Password", "x-token", "clientSecret", "session_id")));
  }

  /// Without lone surrogates, which no UTF-8 text holds.
  static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static Arbitrary<JsonNode> nodes(int levels) {
    if (levels == 0) {
      return scalars();
    }
    return Arbitraries.oneOf(
        scalars(),
        objects(nodes(levels - 1)).map(JsonNode.class::cast),
        nodes(levels - 1).list().ofMaxSize(4).map(Documents::array),
        Arbitraries.integers().between(1, DEEPEST).map(Documents::nested));
  }

  private static Arbitrary<JsonNode> scalars() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return Arbitraries.oneOf(
        texts().map(json::textNode),
        Arbitraries.longs().map(json::numberNode),
        Arbitraries.bigDecimals().ofScale(12).map(json::numberNode),
        Arbitraries.bigIntegers().map(number -> json.numberNode(number.pow(5))),
        Arbitraries.of(true, false).map(json::booleanNode),
        Arbitraries.just(json.nullNode()));
  }

  private static Arbitrary<ObjectNode> objects(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(keys(), values)
        .ofMaxSize(5)
        .map(fields -> {
          ObjectNode object = JsonNodeFactory.instance.objectNode();
          fields.forEach(object::set);
          return object;
        });
  }

  private static JsonNode array(List<JsonNode> elements) {
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }

  private static JsonNode nested(int depth) {
    JsonNode node = JsonNodeFactory.instance.numberNode(depth);
    for (int i = 0; i < depth; i++) {
      node =
          i % 2 == 0
              ? JsonNodeFactory.instance.arrayNode().add(node)
              : JsonNodeFactory.instance.objectNode().set("n", node);
    }
    return node;
  }

  /// The same document with the fields of every object in another order.
  static JsonNode shuffled(JsonNode node, Random random) {
    return switch (node) {
      case ObjectNode object -> {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
        Collections.shuffle(fields, random);
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> copy.set(field.getKey(), shuffled(field.getValue(), random)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(shuffled(element, random)));
        yield copy;
      }
      case JsonNode other -> other;
    };
  }

  static byte[] bytes(JsonNode document) {
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }
}
