package io.runfabric.console.ui.style;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Text of several lines in which what stands between back-ticks is set as code.
public final class Prose extends TextFlow {

  public Prose(String text, String... styleClasses) {
    getStyleClass().add("prose");
    getStyleClass().addAll(styleClasses);
    setMinHeight(USE_PREF_SIZE);
    setMinWidth(0);
    String[] parts = text.split("`", -1);
    // Without a closing back-tick there is no code.
    boolean paired = parts.length % 2 == 1;
    if (!paired) {
      add(text, false);
      return;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        add(parts[i], i % 2 == 1);
      }
    }
  }

  private void add(String part, boolean code) {
    Text node = new Text(Texts.wrapped(part));
    node.getStyleClass().add(code ? "prose-code" : "prose-text");
    getChildren().add(node);
  }
}
