package io.runfabric.console.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// What must hold in the whole file: no key twice in a mapping, no tag that asks for an object of
/// some programming language. Local tags such as `!Ref` are left to whom they concern. Every node
/// is visited once, so aliases cost nothing.
final class YamlStructure {

  private static final Set<String> PLAIN_TAGS =
      Set.of(
          "map",
          "seq",
          "str",
          "int",
          "float",
          "bool",
          "null",
          "timestamp",
          "binary",
          "set",
          "omap",
          "pairs",
          "merge",
          "value");

  /// A node on the way down from the top, under which key.
  private record Step(Node node, String key, Optional<Step> above) {

    String path() {
      String before = above.map(Step::path).orElse("");
      return key.isEmpty() ? before : before.isEmpty() ? key : before + "." + key;
    }

    Step below(Node child, String name) {
      return new Step(child, name, Optional.of(this));
    }
  }

  private final Problems problems;
  private final Deque<Step> todo = new ArrayDeque<>();
  private final Set<Node> seen = new HashSet<>();

  private YamlStructure(Problems problems) {
    this.problems = problems;
  }

  static void check(MappingNode root, Problems problems) {
    YamlStructure structure = new YamlStructure(problems);
    structure.todo.add(new Step(root, "", Optional.empty()));
    while (!structure.todo.isEmpty()) {
      structure.visit(structure.todo.removeFirst());
    }
  }

  private void visit(Step step) {
    Node node = step.node();
    if (!seen.add(node)) {
      return;
    }
    checkTag(step);
    switch (node) {
      case MappingNode mapping -> visitPairs(mapping, step);
      case SequenceNode sequence ->
          sequence.getValue().forEach(element -> todo.add(step.below(element, "")));
      case Node _ -> {}
    }
  }

  private void visitPairs(MappingNode mapping, Step step) {
    Map<String, Place> keys = new HashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      String name = "";
      if (pair.getKeyNode() instanceof ScalarNode key) {
        name = Excerpt.of(key.getValue());
        Place place = Place.of(key.getStartMark());
        Place first = keys.putIfAbsent(key.getValue(), place);
        if (first != null && !key.getTag().equals(Tag.MERGE)) {
          problems.error(
              place,
              step.below(key, name).path(),
              "",
              "the key is here twice; it is already on line " + first.line(),
              "keep one of the two");
        }
      }
      todo.add(step.below(pair.getKeyNode(), name));
      todo.add(step.below(pair.getValueNode(), name));
    }
  }

  private void checkTag(Step step) {
    String tag = step.node().getTag().getValue();
    boolean plain =
        tag.startsWith(Tag.PREFIX)
            ? PLAIN_TAGS.contains(tag.substring(Tag.PREFIX.length()))
            : tag.startsWith("!");
    if (!plain) {
      problems.error(
          Place.of(step.node().getStartMark()),
          step.path(),
          "",
          "a tag that asks for a program's object; such tags are refused",
          "remove the tag and write plain text, a list or a mapping");
    }
  }
}
