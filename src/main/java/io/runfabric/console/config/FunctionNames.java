package io.runfabric.console.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The names under `functions:`: the keys of a mapping, or each element's `name` in a list. What
/// has no name is passed over.
final class FunctionNames {

  private FunctionNames() {}

  static List<String> of(YamlMapping root) {
    Optional<YamlNode> functions = root.value("functions");
    return functions
        .flatMap(YamlNode::mapping)
        .map(YamlMapping::keys)
        .or(() -> functions.flatMap(YamlNode::elements).map(FunctionNames::ofList))
        .orElse(List.of());
  }

  private static List<String> ofList(List<YamlNode> elements) {
    return elements.stream().flatMap(FunctionNames::ofElement).distinct().toList();
  }

  private static Stream<String> ofElement(YamlNode element) {
    return element
        .mapping()
        .map(keys -> keys.value("name"))
        .orElse(Optional.of(element))
        .flatMap(YamlNode::text)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .stream();
  }
}
