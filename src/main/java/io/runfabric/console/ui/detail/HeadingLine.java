package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.detail.DetailLine.Heading;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The start of a group of lines.
final class HeadingLine extends HBox {

  private final Label title = Texts.paragraph("", "heading-title");
  private final Label aside = Texts.label("", Styles.HINT);

  HeadingLine() {
    getStyleClass().add("heading-line");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    aside.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(title, aside);
  }

  void show(Heading heading) {
    title.setText(Texts.wrapped(heading.text()));
    aside.setText(Unseen.shown(heading.aside()));
  }
}
