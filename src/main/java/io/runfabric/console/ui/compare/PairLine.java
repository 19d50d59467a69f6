package io.runfabric.console.ui.compare;

import io.runfabric.console.operation.diff.LinePair;
import io.runfabric.console.operation.diff.LinePair.Line;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line beside its counterpart, each with its number, what differs marked. Both are as tall as
/// the taller one, so that the two texts scroll as one.
final class PairLine extends Region {

  private static final double NUMBER_WIDTH = 52;
  private static final double GAP = 12;

  private final Half left = new Half("pair-left");
  private final Half right = new Half("pair-right");

  PairLine() {
    getStyleClass().add("pair-line");
    getChildren().addAll(left.back, right.back, left.number, right.number, left.flow, right.flow);
  }

  void show(LinePair pair) {
    boolean same = pair.same();
    left.show(pair.left(), same);
    right.show(pair.right(), same);
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double text = textWidth(width);
    double least = left.number.prefHeight(-1);
    return Math.max(least, Math.max(left.flow.prefHeight(text), right.flow.prefHeight(text)));
  }

  @Override
  protected void layoutChildren() {
    double half = snapSizeX(getWidth() / 2);
    left.place(0, half, getHeight(), textWidth(getWidth()));
    right.place(half, getWidth() - half, getHeight(), textWidth(getWidth()));
  }

  private static double textWidth(double width) {
    return Math.max(0, width / 2 - NUMBER_WIDTH - 2 * GAP);
  }

  /// One of the two lines.
  private static final class Half {

    private final Region back = new Region();
    private final Label number = Texts.label("", Styles.MONO, "pair-number");
    private final TextFlow flow = new TextFlow();

    Half(String side) {
      back.getStyleClass().addAll("pair-back", side);
    }

    void show(Optional<Line> line, boolean same) {
      back.getStyleClass().removeAll("pair-changed", "pair-absent");
      if (!same) {
        back.getStyleClass().add(line.isPresent() ? "pair-changed" : "pair-absent");
      }
      number.setText(line.map(shown -> Integer.toString(shown.number())).orElse(""));
      flow.getChildren().clear();
      line.ifPresent(shown -> {
        add(shown.text().substring(0, shown.from()), false);
        add(shown.text().substring(shown.from(), shown.to()), !same);
        add(shown.text().substring(shown.to()), false);
      });
    }

    // A space at the start of a line would be taken for one between words.
    private void add(String text, boolean changed) {
      if (!text.isEmpty()) {
        Text part = new Text(Texts.wrapped(text).replace(' ', '\u00a0'));
        part.getStyleClass().add(changed ? "pair-part" : "pair-text");
        flow.getChildren().add(part);
      }
    }

    void place(double x, double width, double height, double textWidth) {
      back.resizeRelocate(x, 0, width, height);
      number.resizeRelocate(x, 0, NUMBER_WIDTH, number.prefHeight(-1));
      flow.resizeRelocate(x + NUMBER_WIDTH + GAP, 0, textWidth, height);
    }
  }
}
