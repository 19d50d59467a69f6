package io.runfabric.console.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// How well texts on screen can be told from what they stand on, as WCAG 2 computes it. Call on the
/// FX thread.
final class Contrast {

  /// What normal text needs (AA).
  static final double ENOUGH = 4.5;

  private Contrast() {}

  /// A text with the colours it is drawn in.
  record Drawn(String text, String where, Color ink, Color ground) {

    double ratio() {
      return Contrast.ratio(ink, ground);
    }

    @Override
    public String toString() {
      return "%.2f “%s” %s on %s, %s".formatted(ratio(), text, ink, ground, where);
    }
  }

  /// Every text below a node that is to be read: what is disabled is exempt.
  static List<Drawn> texts(Node root) {
    List<Drawn> texts = new ArrayList<>();
    collect(root, texts);
    return texts;
  }

  private static void collect(Node node, List<Drawn> texts) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node instanceof Text text
        && !(node instanceof FontIcon)
        && !text.getText().isBlank()
        && text.getFill() instanceof Color ink) {
      ground(text)
          .ifPresent(ground ->
              texts.add(new Drawn(text.getText(), where(text), over(ink, ground), ground)));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  /// What the text stands on: all fills up to the first that lets nothing through.
  private static Optional<Color> ground(Node text) {
    List<Color> layers = new ArrayList<>();
    for (Node at = text.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Region region && region.getBackground() != null) {
        for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
          if (fill.getFill() instanceof Color colour) {
            layers.add(colour);
            if (colour.isOpaque()) {
              return Optional.of(
                  layers.reversed().stream().reduce((below, above) -> over(above, below)).get());
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  static Color over(Color above, Color below) {
    double a = above.getOpacity();
    return Color.color(
        above.getRed() * a + below.getRed() * (1 - a),
        above.getGreen() * a + below.getGreen() * (1 - a),
        above.getBlue() * a + below.getBlue() * (1 - a));
  }

  static double ratio(Color one, Color other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String where(Node node) {
    StringBuilder path = new StringBuilder();
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.getStyleClass().isEmpty()) {
        path.append(String.join(".", at.getStyleClass())).append(" < ");
      }
    }
    return path.length() > 200 ? path.substring(0, 200) : path.toString();
  }
}
