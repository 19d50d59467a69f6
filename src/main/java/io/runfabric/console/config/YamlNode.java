package io.runfabric.console.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One value of the file, with its place. Aliases are followed by the parser already.
///
/// @param known mappings of the file looked at before: aliases share them
record YamlNode(Node node, Map<Node, YamlMapping> known) {

  Place place() {
    return Place.of(node.getStartMark());
  }

  /// Whether nothing is written here: no value, `null`, `~` or blank text.
  boolean isEmpty() {
    return node.getTag().equals(Tag.NULL)
        || (node instanceof ScalarNode scalar && scalar.getValue().isBlank());
  }

  /// The text of a scalar as written; `8080` and `true` are text as well.
  Optional<String> text() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  Optional<YamlMapping> mapping() {
    return node instanceof MappingNode mapping
        ? Optional.of(YamlMapping.of(mapping, known))
        : Optional.empty();
  }

  Optional<List<YamlNode>> elements() {
    return node instanceof SequenceNode sequence
        ? Optional.of(
            sequence.getValue().stream().map(element -> new YamlNode(element, known)).toList())
        : Optional.empty();
  }

  /// What it is, for messages.
  String description() {
    return switch (node) {
      case MappingNode _ -> "a mapping";
      case SequenceNode _ -> "a list";
      case Node scalar when scalar.getTag().equals(Tag.INT) -> "a number";
      case Node scalar when scalar.getTag().equals(Tag.FLOAT) -> "a number";
      case Node scalar when scalar.getTag().equals(Tag.BOOL) -> "true or false";
      case Node scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
      case Node _ -> "text";
    };
  }
}
