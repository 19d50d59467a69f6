package io.runfabric.console.config;

import java.util.List;
import java.util.Optional;

/// A mapping such as `backend:`, with the active stage's own laid over it key by key. A key with
/// nothing written after it does not hide the one below.
///
/// @param path dotted path of the block
/// @param layers the winning one first; empty when the block is not in the file
record Block(String path, List<Layer> layers) {

  /// @param place of the key that opens it
  record Layer(String path, Place place, YamlMapping mapping, boolean ofStage) {

    /// The dotted path of one of its keys.
    String key(String name) {
      return path.isEmpty() ? name : path + "." + name;
    }
  }

  /// The top level of the file.
  static Block top(YamlMapping root) {
    return new Block("", List.of(new Layer("", Place.FILE, root, false)));
  }

  boolean declared() {
    return !layers.isEmpty();
  }

  /// Where to add a missing key: the block, else the file.
  Place place() {
    return layers.isEmpty() ? Place.FILE : layers.getFirst().place();
  }

  Optional<Field> field(String key) {
    return layers.stream()
        .flatMap(layer ->
            layer.mapping().value(key).stream()
                .map(value -> new Field(layer.key(key), value, layer.ofStage())))
        .findFirst();
  }

  /// A block inside this one; a value that is none is an error.
  Block child(String key, Problems problems) {
    String below = path + "." + key;
    return new Block(
        below,
        layers.stream()
            .flatMap(layer ->
                layer.mapping().entry(key).stream()
                    .flatMap(
                        entry -> Blocks.layer(layer.key(key), entry, false, problems).stream()))
            .toList());
  }
}
