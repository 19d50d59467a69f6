package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.CommandLine;
import io.runfabric.console.ui.write.TypedName;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.VBox;

/// The last question before something is done.
final class ConfirmPage extends VBox {

  private final TypedName typed = new TypedName();

  /// @param command the terminal command that does the same
  /// @param copied takes it, when the user copies it
  ConfirmPage(Preview preview, String command, Consumer<String> copied) {
    super(16);
    typed.ask(preview.guard());
    CommandLine line = new CommandLine(copied);
    line.show(command);
    VBox notices = new VBox(12);
    preview.notices().forEach(notice -> notices.getChildren().add(PlanPage.notice(notice)));
    getChildren()
        .addAll(
            new Prose(preview.sentence(), "wizard-sentence"),
            notices,
            typed,
            new VBox(4, Texts.label("The same on the terminal", Styles.HINT), line));
  }

  /// Whether the stage's name is typed, or none is asked for.
  ObservableBooleanValue settledProperty() {
    return typed.settledProperty();
  }

  boolean asked() {
    return typed.asked();
  }

  void focus() {
    typed.focus();
  }
}
