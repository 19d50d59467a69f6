package io.runfabric.console.ui.style;

import java.util.Locale;
import java.util.Set;

/// How stages look: those that customers depend on stand out everywhere.
public final class StageBadge {

  private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

  private StageBadge() {}

  /// Whether a stage is a production stage by its name.
  public static boolean production(String stage) {
    return PRODUCTION.contains(stage.strip().toLowerCase(Locale.ROOT));
  }

  /// A stage's name in the colour of its weight.
  public static Badge of(String stage) {
    return new Badge(stage.isEmpty() ? "unknown" : stage, tone(stage));
  }

  public static Tone tone(String stage) {
    return production(stage) ? Tone.DANGER : Tone.NEUTRAL;
  }
}
