package io.runfabric.console.ui.style;

import io.runfabric.console.model.Stages;
import io.runfabric.console.model.Unseen;

/// How stages look: those that customers depend on stand out everywhere.
public final class StageBadge {

  private StageBadge() {}

  /// A stage's name in the colour of its weight.
  public static Badge of(String stage) {
    return new Badge(word(stage), tone(stage));
  }

  /// What stands for a stage on screen.
  public static String word(String stage) {
    return stage.isEmpty() ? "unknown" : Unseen.shown(stage);
  }

  public static Tone tone(String stage) {
    return Stages.production(stage) ? Tone.DANGER : Tone.NEUTRAL;
  }
}
