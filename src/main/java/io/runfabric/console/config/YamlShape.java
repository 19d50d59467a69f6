package io.runfabric.console.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What a tree of nodes says, as one text: equal for two trees exactly when they have the same
/// values of the same kinds in the same order. A node that aliases share is written once.
final class YamlShape {

  // Nodes are equal when they are the same.
  private final Map<Node, Integer> known = new HashMap<>();
  private final StringBuilder out = new StringBuilder();
  private final @Nullable Node leftOut;

  private YamlShape(@Nullable Node leftOut) {
    this.leftOut = leftOut;
  }

  static String of(Node root) {
    return new YamlShape(null).write(root).out.toString();
  }

  /// The shape of everything but one pair, which is told by its key node.
  static String without(Node root, Node key) {
    return new YamlShape(key).write(root).out.toString();
  }

  private YamlShape write(Node node) {
    Integer before = known.putIfAbsent(node, known.size());
    if (before != null) {
      out.append('*').append(before);
      return this;
    }
    switch (node) {
      case MappingNode mapping -> {
        out.append(mapping.getTag()).append('{');
        for (NodeTuple pair : mapping.getValue()) {
          if (!pair.getKeyNode().equals(leftOut)) {
            write(pair.getKeyNode()).out.append(':');
            write(pair.getValueNode()).out.append(',');
          }
        }
        out.append('}');
      }
      case SequenceNode sequence -> {
        out.append(sequence.getTag()).append('[');
        sequence.getValue().forEach(element -> write(element).out.append(','));
        out.append(']');
      }
      case ScalarNode scalar ->
          out.append(scalar.getTag())
              .append('"')
              .append(scalar.getValue().length())
              .append('"')
              .append(scalar.getValue());
      case Node other -> out.append(other.getTag());
    }
    return this;
  }
}
