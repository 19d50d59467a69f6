package io.runfabric.console.config;

import io.runfabric.console.model.GoJson;
import io.runfabric.console.model.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `runfabric.yml` says of one function, as far as the engine signs it. Absent strings are
/// empty, absent numbers 0; absent maps and lists are not there at all, which the signature tells
/// from empty ones.
///
/// @param unclear why the signature cannot be computed, such as a memory size that is no number;
///   empty when it can
public record FunctionSettings(
    String name,
    String architecture,
    Optional<Map<String, String>> environment,
    String handler,
    Optional<List<String>> layers,
    long memory,
    String runtime,
    Optional<Map<String, String>> tags,
    long timeout,
    String unclear) {

  /// The functions a file declares, in its order.
  static List<FunctionSettings> of(YamlMapping root) {
    Optional<YamlNode> functions = root.value("functions");
    List<FunctionSettings> found = new ArrayList<>();
    functions
        .flatMap(YamlNode::mapping)
        .ifPresent(named ->
            named.entries().forEach(entry -> found.add(of(entry.key(), entry.value().mapping()))));
    functions
        .flatMap(YamlNode::elements)
        .ifPresent(list ->
            list.forEach(element ->
                name(element).ifPresent(name -> found.add(of(name, element.mapping())))));
    return List.copyOf(found);
  }

  private static Optional<String> name(YamlNode element) {
    return element
        .mapping()
        .flatMap(keys -> keys.value("name"))
        .or(() -> Optional.of(element))
        .flatMap(YamlNode::text)
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  private static FunctionSettings of(String name, Optional<YamlMapping> keys) {
    List<String> unclear = new ArrayList<>();
    return new FunctionSettings(
        name,
        text(keys, "architecture", unclear),
        map(keys, "environment", unclear),
        text(keys, "handler", unclear),
        list(keys, unclear),
        number(keys, "memory", unclear),
        text(keys, "runtime", unclear),
        map(keys, "tags", unclear),
        number(keys, "timeout", unclear),
        unclear.isEmpty() ? "" : unclear.getFirst());
  }

  private static Optional<YamlNode> value(Optional<YamlMapping> keys, String key) {
    return keys.flatMap(mapping -> mapping.value(key));
  }

  private static String text(Optional<YamlMapping> keys, String key, List<String> unclear) {
    return value(keys, key).map(node -> plain(node, key, unclear)).orElse("");
  }

  // The engine may resolve a reference before it signs; what it resolved to then is not known now.
  private static String plain(YamlNode node, String key, List<String> unclear) {
    Optional<String> text = node.text();
    if (text.isEmpty()) {
      unclear.add("`" + key + "` is " + node.description());
    } else if (text.get().contains("${")) {
      unclear.add("`" + key + "` holds a reference, and what it was at the deploy is not known");
    }
    return text.orElse("");
  }

  private static long number(Optional<YamlMapping> keys, String key, List<String> unclear) {
    String text = text(keys, key, unclear);
    if (text.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      unclear.add("`" + key + "` is no whole number");
      return 0;
    }
  }

  private static Optional<Map<String, String>> map(
      Optional<YamlMapping> keys, String key, List<String> unclear) {
    return value(keys, key)
        .flatMap(node -> {
          if (node.mapping().isEmpty()) {
            unclear.add("`" + key + "` is " + node.description());
          }
          return node.mapping();
        })
        .map(mapping -> {
          Map<String, String> values = new TreeMap<>();
          mapping
              .entries()
              .forEach(entry ->
                  values.put(entry.key(), plain(entry.value(), key + "." + entry.key(), unclear)));
          return values;
        });
  }

  private static Optional<List<String>> list(Optional<YamlMapping> keys, List<String> unclear) {
    return value(keys, "layers")
        .flatMap(node -> {
          if (node.elements().isEmpty()) {
            unclear.add("`layers` is " + node.description());
          }
          return node.elements();
        })
        .map(elements ->
            elements.stream().map(element -> plain(element, "layers", unclear)).toList());
  }

  /// The engine's `configSignature`: lower-case hex SHA-256 of the settings as compact JSON.
  ///
  /// @param runtimeElsewhere the provider's, for a function that names none
  public String signature(String runtimeElsewhere) {
    GoJson json = new GoJson().raw("{").name("architecture").string(architecture);
    json.name("environment");
    map(json, environment);
    json.name("handler").string(handler).name("layers");
    if (layers.isEmpty()) {
      json.raw("null");
    } else {
      json.raw("[");
      for (int i = 0; i < layers.get().size(); i++) {
        json.raw(i == 0 ? "" : ",").string(layers.get().get(i));
      }
      json.raw("]");
    }
    json.name("memory").raw(Long.toString(memory));
    json.name("runtime").string(runtime.isEmpty() ? runtimeElsewhere : runtime);
    json.name("tags");
    map(json, tags);
    json.name("timeout").raw(Long.toString(timeout)).raw("}");
    return Revision.ofText(json.toString()).hex();
  }

  private static void map(GoJson json, Optional<Map<String, String>> values) {
    if (values.isEmpty()) {
      json.raw("null");
      return;
    }
    json.raw("{");
    new TreeMap<>(values.get()).forEach((key, value) -> json.name(key).string(value));
    json.raw("}");
  }

  /// The same with another value of one setting.
  public FunctionSettings withMemory(long changed) {
    return new FunctionSettings(
        name, architecture, environment, handler, layers, changed, runtime, tags, timeout, unclear);
  }

  public FunctionSettings withTimeout(long changed) {
    return new FunctionSettings(
        name, architecture, environment, handler, layers, memory, runtime, tags, changed, unclear);
  }

  public FunctionSettings withRuntime(String changed) {
    return new FunctionSettings(
        name, architecture, environment, handler, layers, memory, changed, tags, timeout, unclear);
  }

  public FunctionSettings withArchitecture(String changed) {
    return new FunctionSettings(
        name, changed, environment, handler, layers, memory, runtime, tags, timeout, unclear);
  }

  public FunctionSettings withEnvironment(Optional<Map<String, String>> changed) {
    return new FunctionSettings(
        name, architecture, changed, handler, layers, memory, runtime, tags, timeout, unclear);
  }

  public FunctionSettings withTags(Optional<Map<String, String>> changed) {
    return new FunctionSettings(
        name,
        architecture,
        environment,
        handler,
        layers,
        memory,
        runtime,
        changed,
        timeout,
        unclear);
  }

  public FunctionSettings withLayers(Optional<List<String>> changed) {
    return new FunctionSettings(
        name, architecture, environment, handler, changed, memory, runtime, tags, timeout, unclear);
  }

  /// Without what stands in its environment.
  @Override
  public String toString() {
    return "FunctionSettings[" + name + "]";
  }
}
