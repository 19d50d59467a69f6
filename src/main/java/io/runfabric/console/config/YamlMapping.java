package io.runfabric.console.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// The named values of a mapping, in the order of the file; `<<` merges are followed.
final class YamlMapping {

  /// @param place of the key
  record Entry(String key, Place place, YamlNode value) {}

  private static final int MOST_MERGED = 10_000;

  private final Map<String, Entry> entries;

  private YamlMapping(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /// @param known where mappings are kept once they were looked at
  static YamlMapping of(MappingNode node, Map<Node, YamlMapping> known) {
    YamlMapping before = known.get(node);
    if (before != null) {
      return before;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    collect(node, known, entries, new HashSet<>());
    YamlMapping mapping = new YamlMapping(entries);
    known.put(node, mapping);
    return mapping;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /// The entry, even when nothing is written after its colon.
  Optional<Entry> entry(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// The value, unless nothing is written there.
  Optional<YamlNode> value(String key) {
    return entry(key).map(Entry::value).filter(value -> !value.isEmpty());
  }

  // Each mapping is merged once, however often it is named: merges can form loops and lattices.
  private static void collect(
      MappingNode node, Map<Node, YamlMapping> known, Map<String, Entry> into, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    for (NodeTuple pair : node.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key && !key.getTag().equals(Tag.MERGE)) {
        Place place = Place.of(key.getStartMark());
        YamlNode value = new YamlNode(pair.getValueNode(), known);
        into.putIfAbsent(key.getValue(), new Entry(key.getValue(), place, value));
      }
    }
    for (NodeTuple pair : node.getValue()) {
      if (pair.getKeyNode().getTag().equals(Tag.MERGE)) {
        for (MappingNode source : sources(pair.getValueNode())) {
          if (into.size() < MOST_MERGED) {
            collect(source, known, into, seen);
          }
        }
      }
    }
  }

  private static List<MappingNode> sources(Node merged) {
    return switch (merged) {
      case MappingNode mapping -> List.of(mapping);
      case SequenceNode sequence ->
          sequence.getValue().stream()
              .filter(MappingNode.class::isInstance)
              .map(MappingNode.class::cast)
              .toList();
      case Node _ -> List.of();
    };
  }
}
