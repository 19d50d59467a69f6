package io.runfabric.console.config;

import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// The nodes of a text that is to be edited, and where they are in it.
final class EditableYaml {

  private EditableYaml() {}

  /// The top level of a text that loads without a problem.
  static MappingNode root(String text) throws UneditableException {
    Problems problems = new Problems(Path.of("runfabric.yml"));
    Optional<MappingNode> root = YamlDocument.nodes(text, problems);
    Optional<Problem> first =
        problems.sorted().stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .findFirst();
    if (first.isPresent()) {
      throw new UneditableException(first.get().sentence());
    }
    return root.filter(mapping -> !mapping.getValue().isEmpty())
        .orElseThrow(() -> new UneditableException("the file holds no keys"));
  }

  /// The mapping that has the block: the top level, or a stage's.
  ///
  /// @throws UneditableException when it is shared with another place of the file
  static Optional<MappingNode> parent(MappingNode root, Optional<String> stage)
      throws UneditableException {
    if (stage.isEmpty()) {
      return Optional.of(root);
    }
    Optional<MappingNode> stages = child(root, "stages");
    return stages.isEmpty()
        ? stages
        : child(stages.get(), stage.get()).filter(mapping -> !mapping.getValue().isEmpty());
  }

  private static Optional<MappingNode> child(MappingNode mapping, String key)
      throws UneditableException {
    Optional<NodeTuple> pair = pair(mapping, key);
    if (pair.isEmpty() || !(pair.get().getValueNode() instanceof MappingNode child)) {
      return Optional.empty();
    }
    Node name = pair.get().getKeyNode();
    if (child.getAnchor() != null || before(child, name)) {
      throw refusal(
          name,
          "`" + key + ":` shares its keys with another place by `&` or `*`",
          "write them out");
    }
    return Optional.of(child);
  }

  // What an alias stands for was written earlier than the key it is the value of.
  private static boolean before(Node value, Node key) {
    return value.getStartMark().getIndex() < key.getEndMark().getIndex();
  }

  /// The pair with a key that is written in the mapping itself.
  static Optional<NodeTuple> pair(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(
            pair -> pair.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst();
  }

  /// Refuses a mapping in braces and one that takes keys from elsewhere.
  static void requireLines(MappingNode mapping, String what) throws UneditableException {
    if (mapping.getFlowStyle() != FlowStyle.BLOCK) {
      throw refusal(
          mapping, what + " is written in braces", "write its keys on lines of their own");
    }
    for (NodeTuple pair : mapping.getValue()) {
      if (pair.getKeyNode().getTag().equals(Tag.MERGE)) {
        throw refusal(
            pair.getKeyNode(), what + " takes keys from elsewhere with `<<`", "write them out");
      }
    }
  }

  /// Refuses a value that is shared with another place of the file.
  static void requireOwn(Node key, Node value) throws UneditableException {
    if (shared(key, value)) {
      throw refusal(
          key,
          "the `backend:` block shares values with other places by `&` and `*`",
          "write them out");
    }
  }

  private static boolean shared(Node key, Node value) {
    if (before(value, key) || value.getAnchor() != null) {
      return true;
    }
    return switch (value) {
      case MappingNode mapping ->
          mapping.getValue().stream()
              .anyMatch(pair ->
                  shared(key, pair.getKeyNode()) || shared(pair.getKeyNode(), pair.getValueNode()));
      case SequenceNode sequence ->
          sequence.getValue().stream().anyMatch(element -> shared(key, element));
      case Node _ -> false;
    };
  }

  /// The key of a pair that stands on a line of its own.
  static String name(String text, NodeTuple pair) throws UneditableException {
    Node key = pair.getKeyNode();
    int start = offset(text, key.getStartMark());
    String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
    if (!(key instanceof ScalarNode scalar) || !before.isBlank()) {
      throw refusal(
          key, "a key of the `backend:` block is not written `key: value`", "write it so");
    }
    return scalar.getValue();
  }

  /// Whether nothing is written as the value.
  static boolean isEmpty(Node value) {
    return value instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.NULL)
        && scalar.getValue().isEmpty();
  }

  static int column(Node node) {
    return node.getStartMark().getColumn();
  }

  /// Where in the text a mark is; marks count code points.
  static int offset(String text, Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  /// The last character of a pair that is no white space.
  static int lastOffset(String text, NodeTuple pair) {
    int start = offset(text, pair.getKeyNode().getEndMark());
    int end = offset(text, pair.getValueNode().getEndMark());
    int last = Math.max(start, end) - 1;
    while (last > start && Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last;
  }

  static UneditableException refusal(Node node, String what, String mend) {
    Place place = Place.of(node.getStartMark());
    return new UneditableException(
        "line " + place.line() + ": " + what + "; " + mend + ", then try again");
  }
}
