package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.JsonText.Line;
import io.runfabric.console.ui.detail.JsonText.Match;
import io.runfabric.console.ui.detail.JsonToken.Kind;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line with its number, in the colours of its parts, with what is searched marked. What does not
/// fit goes on below, indented as the line itself.
final class CodeLine extends Region {

  private static final String BLANK = "\u00a0";
  private static final double GAP = 16;

  /// Deeper lines are not indented any further, or they would have no room left.
  private static final int DEEPEST_INDENT = 24;

  private final Supplier<JsonSearch.Result> found;
  private final Label number = Texts.label("", Styles.MONO, "json-number");
  private final Label indent = Texts.label("", Styles.MONO);
  private final Path matches = new Path();
  private final Path current = new Path();
  private final TextFlow flow = new TextFlow();
  private int start;
  private String stored = "";
  private boolean asStored;

  CodeLine(Supplier<JsonSearch.Result> found) {
    this.found = found;
    getStyleClass().add("code-line");
    matches.getStyleClass().add("json-match");
    current.getStyleClass().addAll("json-match", "json-current-match");
    matches.setManaged(false);
    current.setManaged(false);
    getChildren().addAll(matches, current, number, indent, flow);
  }

  /// @param text the text the line is of
  void show(Line line, JsonText text) {
    int digits = Integer.toString(text.lineCount()).length();
    String own = line.first() ? Integer.toString(line.number()) : "";
    number.setText(BLANK.repeat(digits - own.length()) + own);
    int indented = Math.min(DEEPEST_INDENT, text.indent(line));
    indent.setText(BLANK.repeat(indented));
    int blanks = line.first() ? indented : 0;
    start = line.start() + blanks;
    stored = line.text().substring(blanks);
    asStored = Texts.wrapped(stored).equals(stored);
    List<Text> parts = new ArrayList<>();
    List<JsonToken> tokens = JsonTokenizer.tokens(line.text(), line.insideString());
    int from = blanks;
    for (int i = 0; i < tokens.size(); i++) {
      int to = tokens.get(i).end();
      // Each node costs time, and blanks have no colour.
      boolean goesOn = i + 1 < tokens.size() && plain(tokens.get(i)) && plain(tokens.get(i + 1));
      if (goesOn || to <= from) {
        continue;
      }
      Text part = new Text(Texts.wrapped(line.text().substring(from, to)));
      part.getStyleClass().add("token-" + tokens.get(i).kind().name().toLowerCase(Locale.ROOT));
      parts.add(part);
      from = to;
    }
    flow.getChildren().setAll(parts);
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inside = width - flowX() - snappedRightInset();
    return Math.max(number.prefHeight(-1), flow.prefHeight(Math.max(0, inside)));
  }

  @Override
  protected void layoutChildren() {
    double x = flowX();
    number.autosize();
    number.relocate(snappedLeftInset(), 0);
    flow.resizeRelocate(x, 0, Math.max(0, getWidth() - x - snappedRightInset()), getHeight());
    flow.layout();
    mark(x);
  }

  private double flowX() {
    return snapPositionX(snappedLeftInset() + number.prefWidth(-1) + GAP + indent.prefWidth(-1));
  }

  private void mark(double x) {
    JsonSearch.Result result = found.get();
    List<PathElement> all = new ArrayList<>();
    List<PathElement> one = new ArrayList<>();
    for (int i = firstAfter(result.matches(), start); i < result.matches().size(); i++) {
      Match match = result.matches().get(i);
      if (match.start() >= start + stored.length()) {
        break;
      }
      List<PathElement> shape = i == result.current() ? one : all;
      shape.addAll(
          List.of(
              flow.getRangeShape(
                  place(Math.max(0, match.start() - start)),
                  place(Math.min(stored.length(), match.end() - start)),
                  false)));
    }
    place(matches, all, x);
    place(current, one, x);
  }

  private static void place(Path path, List<PathElement> shape, double x) {
    path.setLayoutX(x);
    path.getElements().setAll(shape);
  }

  /// The index of the first match that ends behind a position.
  private static int firstAfter(List<Match> matches, int position) {
    int low = 0;
    int high = matches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (matches.get(middle).end() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean plain(JsonToken token) {
    return token.kind() == Kind.SPACE || token.kind() == Kind.PUNCTUATION;
  }

  // Where a character stands on screen, behind what is written by numbers.
  private int place(int index) {
    return asStored ? index : Texts.wrapped(stored.substring(0, index)).length();
  }
}
