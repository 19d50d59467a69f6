package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.DetailLine.SideBySide;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Two values beside each other: what should be, and what is.
final class SideBySideLine extends GridPane {

  /// A longer value is cut on screen: one line must not take longer than a frame.
  private static final int MOST_SHOWN = 600;

  SideBySideLine(SideBySide line) {
    getStyleClass().add("side-by-side");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
    add(side(line.leftTitle(), line.left(), Tone.SUCCESS), 0, 0);
    add(side(line.rightTitle(), line.right(), Tone.DANGER), 1, 0);
  }

  private static VBox side(String title, String value, Tone tone) {
    String text = value.isEmpty() ? "nothing" : value;
    Label shown =
        Texts.paragraph(
            text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text, Styles.MONO);
    VBox side = new VBox(Texts.label(title, "side-title"), shown);
    side.getStyleClass().addAll("side", tone.styleClass());
    side.setMinWidth(0);
    side.setMaxHeight(Double.MAX_VALUE);
    return side;
  }
}
