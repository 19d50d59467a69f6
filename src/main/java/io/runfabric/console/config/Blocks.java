package io.runfabric.console.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The blocks of one file as one stage sees them.
final class Blocks {

  private final YamlMapping root;
  private final Problems problems;
  private final Map<String, Block> topLevel = new LinkedHashMap<>();
  private final Map<String, Optional<YamlMapping>> stages = new LinkedHashMap<>();

  Blocks(YamlMapping root, Problems problems) {
    this.root = root;
    this.problems = problems;
    root.entry("stages")
        .flatMap(entry -> layer("stages", entry, false, problems))
        .ifPresent(this::readStages);
  }

  private void readStages(Block.Layer layer) {
    for (YamlMapping.Entry entry : layer.mapping().entries()) {
      stages.put(
          entry.key(),
          layer("stages." + entry.key(), entry, true, problems).map(Block.Layer::mapping));
    }
  }

  List<String> stages() {
    return List.copyOf(stages.keySet());
  }

  /// A block of the top level, without overrides.
  Block topLevel(String key) {
    return topLevel.computeIfAbsent(
        key,
        name ->
            new Block(
                name,
                root.entry(name).flatMap(entry -> layer(name, entry, false, problems)).stream()
                    .toList()));
  }

  /// A block under the overrides of a stage.
  Block of(String key, String stage) {
    List<Block.Layer> layers = new ArrayList<>();
    stages
        .getOrDefault(stage, Optional.empty())
        .flatMap(override -> override.entry(key))
        .flatMap(entry -> layer("stages." + stage + "." + key, entry, true, problems))
        .ifPresent(layers::add);
    layers.addAll(topLevel(key).layers());
    return new Block(key, List.copyOf(layers));
  }

  /// The mapping an entry holds. Nothing written is no mapping; anything else is an error.
  static Optional<Block.Layer> layer(
      String path, YamlMapping.Entry entry, boolean ofStage, Problems problems) {
    YamlNode value = entry.value();
    Optional<YamlMapping> mapping = value.mapping();
    if (mapping.isEmpty() && !value.isEmpty()) {
      problems.error(
          value.place(),
          path,
          value.text().map(Excerpt::of).orElse(value.description()),
          "this must be a mapping of keys, not " + value.description(),
          advice(entry.key(), value));
    }
    return mapping.map(keys -> new Block.Layer(path, entry.place(), keys, ofStage));
  }

  private static String advice(String key, YamlNode value) {
    Optional<String> word = value.text();
    String kind = word.flatMap(BackendKind::of).map(BackendKind::word).orElse("");
    return switch (key) {
      case "backend" ->
          "write `backend:` and below it, indented, `kind: " + or(kind, "local") + "`";
      case "state" -> "write `state:` and below it, indented, `backend: " + or(kind, "local") + "`";
      case "provider" ->
          "write `provider:` and below it, indented, `name: "
              + or(word.map(Excerpt::of).orElse(""), "aws-lambda")
              + "`";
      case "stages" -> "write `stages:` and below it, indented, `dev:`, one key per stage";
      case String other -> "write `" + other + ":` and below it, indented, its keys";
    };
  }

  private static String or(String word, String otherwise) {
    return word.isEmpty() ? otherwise : word;
  }
}
