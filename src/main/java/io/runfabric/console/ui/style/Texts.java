package io.runfabric.console.ui.style;

import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Labels and the wording of numbers.
public final class Texts {

  private Texts() {}

  /// A label with style classes.
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label of several lines.
  public static Label paragraph(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// A tooltip that comes soon enough to be found.
  public static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(Duration.millis(400));
    return tooltip;
  }

  /// `12,345`.
  public static String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(value);
  }

  /// `1 entry`, `12,345 entries`.
  public static String count(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }
}
