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

  private final Map<String, Entry> entries;

  private YamlMapping(Map<String, Entry> entries) {
    this.entries = entries;
  }

  static YamlMapping of(MappingNode node) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    collect(node, entries, new HashSet<>());
    return new YamlMapping(entries);
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
  private static void collect(MappingNode node, Map<String, Entry> into, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    for (NodeTuple pair : node.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key && !key.getTag().equals(Tag.MERGE)) {
        Place place = Place.of(key.getStartMark());
        into.putIfAbsent(
            key.getValue(), new Entry(key.getValue(), place, new YamlNode(pair.getValueNode())));
      }
    }
    for (NodeTuple pair : node.getValue()) {
      if (pair.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(pair.getValueNode(), into, seen);
      }
    }
  }

  private static void merge(Node source, Map<String, Entry> into, Set<Node> seen) {
    if (source instanceof MappingNode mapping) {
      collect(mapping, into, seen);
    } else if (source instanceof SequenceNode sequence && seen.add(sequence)) {
      for (Node element : sequence.getValue()) {
        if (element instanceof MappingNode mapping) {
          collect(mapping, into, seen);
        }
      }
    }
  }
}
