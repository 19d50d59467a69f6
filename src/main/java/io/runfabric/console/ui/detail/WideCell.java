package io.runfabric.console.ui.detail;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/// A cell as wide as its list, whose graphic is as high as it needs to be at that width. Lists by
/// themselves ask for a height without a width, which cuts text of several lines.
public abstract class WideCell<T> extends ListCell<T> {

  @SuppressWarnings("this-escape") // what is called there cannot be overridden
  protected WideCell() {
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  // Never wider than the list, so that there is no horizontal scroll bar.
  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    Node content = getGraphic();
    if (content == null) {
      return super.computePrefHeight(width);
    }
    double across = width < 0 ? getWidth() : width;
    return snapSizeY(snappedTopInset() + content.prefHeight(inside(across)) + snappedBottomInset());
  }

  @Override
  protected void layoutChildren() {
    Node content = getGraphic();
    if (content == null) {
      super.layoutChildren();
    } else {
      content.resizeRelocate(
          snappedLeftInset(),
          snappedTopInset(),
          inside(getWidth()),
          getHeight() - snappedTopInset() - snappedBottomInset());
    }
  }

  private double inside(double width) {
    return Math.max(0, width - snappedLeftInset() - snappedRightInset());
  }
}
