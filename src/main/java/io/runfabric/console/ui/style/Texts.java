package io.runfabric.console.ui.style;

import io.runfabric.console.model.Unseen;
import java.text.NumberFormat;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// Labels and the wording of numbers.
public final class Texts {

  private static final double WIDEST_TOOLTIP = 480;
  private static final int FIRST_MARK = 0x300;
  private static final boolean PANGO = System.getProperty("os.name", "").startsWith("Linux");

  /// Scripts that are drawn a character after the other, from left to right.
  private static final Set<Character.UnicodeScript> ONE_BY_ONE =
      EnumSet.of(
          Character.UnicodeScript.COMMON,
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.ARMENIAN,
          Character.UnicodeScript.GEORGIAN,
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.HANGUL);

  private Texts() {}

  /// A label with style classes. What would not be seen in the text is written by its number.
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(Unseen.lines(text));
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label of several lines; what is put into it later goes through [#wrapped].
  public static Label paragraph(String text, String... styleClasses) {
    Label label = label(wrapped(text), styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /// Stored text for whatever breaks lines where they are too long. What would not be seen is
  /// written by its number. So are characters that have to be shaped, where JavaFX does that with
  /// Pango: it takes each rest of a line for the whole line again, so it shows text several times,
  /// and fails where that runs from right to left.
  public static String wrapped(String text) {
    return Unseen.numbered(text, Texts::byNumber);
  }

  private static boolean byNumber(int c) {
    return (Unseen.is(c) && c != '\n' && c != '\t') || (PANGO && c >= FIRST_MARK && shaped(c));
  }

  private static boolean shaped(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> !ONE_BY_ONE.contains(Character.UnicodeScript.of(c));
    };
  }

  /// A tooltip that comes soon enough to be found, and is no wider than can be read.
  public static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(wrapped(text));
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST_TOOLTIP);
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
