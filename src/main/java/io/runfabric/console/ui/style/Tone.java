package io.runfabric.console.ui.style;

import java.util.Locale;

/// What a colour says.
public enum Tone {
  NEUTRAL,
  ACCENT,
  SUCCESS,
  WARNING,
  DANGER;

  /// The style class that colours a node by this tone.
  public String styleClass() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }
}
