package io.runfabric.console.ui.style;

import java.util.Arrays;
import javafx.scene.control.Label;

/// A small pill with a word or a number in it. The word says what it is; the colour only repeats
/// it.
public final class Badge extends Label {

  public Badge(String text, Tone tone) {
    super(text);
    getStyleClass().addAll(Styles.BADGE, tone.styleClass());
    setMinWidth(USE_PREF_SIZE);
  }

  /// Changes text and tone, for badges in cells that are used again.
  public void show(String text, Tone tone) {
    setText(text);
    getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::styleClass).toList());
    getStyleClass().add(tone.styleClass());
  }
}
