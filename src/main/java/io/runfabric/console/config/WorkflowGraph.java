package io.runfabric.console.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The graph that the engine makes of `workflows:`. A step is a node `<workflow>:<id>`, named for
/// its function where it has no id and counted where it has neither; it leads to the step after it,
/// and to the one it names as `next`.
///
/// @param entrypoint the first node
public record WorkflowGraph(String entrypoint, int nodes, int edges) {

  /// @return empty when there is no step at all
  static Optional<WorkflowGraph> of(YamlMapping root) {
    Set<String> nodes = new LinkedHashSet<>();
    Set<List<String>> edges = new LinkedHashSet<>();
    for (YamlNode workflow : elements(Optional.of(root), "workflows")) {
      String name = text(workflow.mapping(), "name");
      workflow(
          name.isEmpty() ? "workflow" : name, elements(workflow.mapping(), "steps"), nodes, edges);
    }
    return nodes.stream()
        .findFirst()
        .map(first -> new WorkflowGraph(first, nodes.size(), edges.size()));
  }

  private static void workflow(
      String name, List<YamlNode> steps, Set<String> nodes, Set<List<String>> edges) {
    String before = "";
    for (int i = 0; i < steps.size(); i++) {
      String node = name + ":" + id(steps.get(i).mapping(), i + 1);
      nodes.add(node);
      if (!before.isEmpty()) {
        edges.add(List.of(before, node));
      }
      before = node;
      String next = text(steps.get(i).mapping(), "next");
      if (!next.isEmpty()) {
        edges.add(List.of(node, name + ":" + next));
      }
    }
  }

  private static String id(Optional<YamlMapping> step, int number) {
    String id = text(step, "id");
    String function = text(step, "function");
    return !id.isEmpty() ? id : !function.isEmpty() ? function : "step-" + number;
  }

  private static List<YamlNode> elements(Optional<YamlMapping> keys, String key) {
    return keys.flatMap(mapping -> mapping.value(key))
        .flatMap(YamlNode::elements)
        .orElse(List.of());
  }

  private static String text(Optional<YamlMapping> keys, String key) {
    return keys.flatMap(mapping -> mapping.value(key))
        .flatMap(YamlNode::text)
        .map(String::strip)
        .orElse("");
  }
}
