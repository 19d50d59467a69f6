package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Tone;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;

/// A sentence in a box of its tone's colour.
public final class NoteLine extends HBox {

  public NoteLine(Tone tone, String text) {
    getStyleClass().addAll("note", tone.styleClass());
    Prose prose = new Prose(text);
    HBox.setHgrow(prose, Priority.ALWAYS);
    getChildren().addAll(Icons.of(icon(tone), tone), prose);
  }

  private static Ikon icon(Tone tone) {
    return switch (tone) {
      case DANGER -> Icons.CRITICAL;
      case WARNING -> Icons.WARNING;
      case SUCCESS -> Icons.OK;
      case ACCENT, NEUTRAL -> Icons.INFO;
    };
  }
}
