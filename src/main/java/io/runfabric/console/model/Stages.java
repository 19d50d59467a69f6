package io.runfabric.console.model;

import java.util.Locale;
import java.util.Set;

/// What a stage's name tells.
public final class Stages {

  private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

  private Stages() {}

  /// Whether a stage is guarded as production: it is named `prod`, `production` or `live`.
  public static boolean production(String stage) {
    return PRODUCTION.contains(stage.strip().toLowerCase(Locale.ROOT));
  }
}
