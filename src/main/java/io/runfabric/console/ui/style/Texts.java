package io.runfabric.console.ui.style;

import io.runfabric.console.model.Unseen;
import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Labels and the wording of numbers.
public final class Texts {

  private Texts() {}

  /// A label with style classes. What would not be seen in the text is written by its number.
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(Unseen.lines(text));
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

  /// A message with a capital first letter, unless it begins with a name such as `backend.kind`.
  public static String sentence(String message) {
    int end = message.indexOf(' ');
    String first = (end < 0 ? message : message.substring(0, end)).replaceFirst("[:,;]$", "");
    boolean word = !first.isEmpty() && first.chars().allMatch(Character::isLowerCase);
    return word ? message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) : message;
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
