package io.runfabric.console.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at the stages that are not active: what of their overrides can never work, and which keep
/// their state in a backend of another kind.
///
/// A stage counts when its own override chooses the kind, or the active stage's override does, so
/// that the two differ by what the file says. Their variables need not be set: a kind that does not
/// resolve here is passed over.
final class OtherStages {

  private final Blocks blocks;
  private final Surroundings around;

  OtherStages(Blocks blocks, Surroundings around) {
    this.blocks = blocks;
    this.around = around;
  }

  Map<String, BackendKind> otherBackends(String active, BackendKind kind) {
    boolean activeOverrides = overridesKind(active);
    Map<String, BackendKind> others = new LinkedHashMap<>();
    for (String stage : blocks.stages()) {
      if (!stage.equals(active)) {
        checkOverrides(stage);
        Optional<BackendKind> other =
            activeOverrides || overridesKind(stage) ? kindOf(stage) : Optional.empty();
        other.filter(found -> found != kind).ifPresent(found -> others.put(stage, found));
      }
    }
    return Collections.unmodifiableMap(others);
  }

  private boolean overridesKind(String stage) {
    return blocks.of("backend", stage).field("kind").filter(Field::ofStage).isPresent();
  }

  private Optional<BackendKind> kindOf(String stage) {
    KindChoice choice =
        KindChoice.configured(
            blocks.of("backend", stage),
            blocks.topLevel("extensions"),
            around,
            around.texts().forStage(stage),
            Weight.ELSEWHERE);
    return BackendKind.of(choice.value().text());
  }

  private void checkOverrides(String stage) {
    Texts texts = around.texts().forStage(stage);
    Block backend = overrideOnly(blocks.of("backend", stage));
    KnownKeys.BACKEND.warnOfOthers(backend, around.problems());
    for (String key : KnownKeys.BACKEND.names()) {
      backend.field(key).ifPresent(field -> texts.read(field, Weight.ELSEWHERE));
    }
    Block provider = overrideOnly(blocks.of("provider", stage));
    for (String key : List.of("name", "runtime", "region")) {
      provider.field(key).ifPresent(field -> texts.read(field, Weight.ELSEWHERE));
    }
  }

  private static Block overrideOnly(Block block) {
    return new Block(block.path(), block.layers().stream().filter(Block.Layer::ofStage).toList());
  }
}
