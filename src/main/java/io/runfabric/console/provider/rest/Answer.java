package io.runfabric.console.provider.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.remote.Attempt;
import io.runfabric.console.model.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An object of an answer. What is absent is empty; a field of another type than is documented is
/// an error with [Code#DAMAGED], which names the field and not what it holds.
public final class Answer {

  private final ObjectNode object;
  private final Attempt attempt;
  private final Refusals refusals;
  private final String path;

  Answer(ObjectNode object, Attempt attempt, Refusals refusals, String path) {
    this.object = object;
    this.attempt = attempt;
    this.refusals = refusals;
    this.path = path;
  }

  public boolean has(String field) {
    return object.hasNonNull(field);
  }

  /// @return empty when absent
  public String text(String field) throws BackendException {
    Optional<JsonNode> node = value(field);
    if (node.isPresent() && !node.get().isTextual()) {
      throw damaged(path + field + " is no text");
    }
    return node.map(JsonNode::textValue).orElse("");
  }

  /// A text that must be there.
  public String needed(String field) throws BackendException {
    String text = text(field);
    if (text.isEmpty()) {
      throw damaged("it lacks " + path + field);
    }
    return text;
  }

  /// An object that must be there.
  public Answer neededObject(String field) throws BackendException {
    if (!has(field)) {
      throw damaged("it lacks " + path + field);
    }
    return object(field);
  }

  public Optional<Long> number(String field) throws BackendException {
    Optional<JsonNode> node = value(field);
    if (node.isPresent() && !node.get().isIntegralNumber()) {
      throw damaged(path + field + " is no whole number");
    }
    return node.map(JsonNode::longValue);
  }

  public Optional<Boolean> flag(String field) throws BackendException {
    Optional<JsonNode> node = value(field);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw damaged(path + field + " is neither true nor false");
    }
    return node.map(JsonNode::booleanValue);
  }

  /// @return empty when absent, or when the text is no time
  public Optional<Instant> time(String field) throws BackendException {
    return Timestamps.parse(text(field));
  }

  /// @return one without fields when absent
  public Answer object(String field) throws BackendException {
    JsonNode node = value(field).orElseGet(JsonNodeFactory.instance::objectNode);
    return object(field, node);
  }

  public List<Answer> list(String field) throws BackendException {
    List<Answer> elements = new ArrayList<>();
    for (JsonNode element : array(field)) {
      elements.add(object(field + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  /// A list that must be there.
  public List<Answer> neededList(String field) throws BackendException {
    if (!has(field)) {
      throw damaged("it lacks " + path + field);
    }
    return list(field);
  }

  public List<String> textList(String field) throws BackendException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(field)) {
      if (!element.isTextual()) {
        throw damaged(path + field + " holds what is no text");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  private ArrayNode array(String field) throws BackendException {
    JsonNode node = value(field).orElseGet(JsonNodeFactory.instance::arrayNode);
    if (node instanceof ArrayNode array) {
      return array;
    }
    throw damaged(path + field + " is no list");
  }

  /// The fields of an object whose values are texts.
  public Map<String, String> texts(String field) throws BackendException {
    Answer inner = object(field);
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : inner.object.properties()) {
      if (!one.getValue().isTextual()) {
        throw damaged(path + field + " holds what is no text");
      }
      texts.put(one.getKey(), one.getValue().textValue());
    }
    return texts;
  }

  /// Its fields' names.
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /// The error for an answer that is not as documented.
  ///
  /// @param what in no words of the answer
  public BackendException damaged(String what) {
    return refusals.undocumented(attempt, what);
  }

  private Answer object(String field, JsonNode node) throws BackendException {
    if (node instanceof ObjectNode inner) {
      return new Answer(inner, attempt, refusals, path + field + ".");
    }
    throw damaged(path + field + " is no object");
  }

  private Optional<JsonNode> value(String field) {
    return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
  }
}
