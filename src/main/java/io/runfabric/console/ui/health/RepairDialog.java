package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.CommandLine;
import io.runfabric.console.ui.write.Guard;
import io.runfabric.console.ui.write.TypedName;
import io.runfabric.console.ui.write.WriteDialog;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Says what is about to be made, and makes it when the user agrees; for a production stage the
/// user agrees by typing its name.
final class RepairDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 480;

  /// What comes of it.
  ///
  /// @param copied takes the command line that the user copies
  record Reach(Consumer<String> copied, Runnable agreed) {}

  /// @param guarded the stage whose name is to be typed
  /// @param command the terminal command that mends the same
  RepairDialog(Window owner, Repair repair, Optional<Guard> guarded, String command, Reach reach) {
    String what = Texts.sentence(Row.shown(repair.what()));
    ButtonType yes = new ButtonType(what.split(" ", 2)[0], ButtonBar.ButtonData.OK_DONE);
    initOwner(owner);
    setTitle("Mend");
    DialogPane pane = getDialogPane();
    pane.getStyleClass().add("write-dialog");
    pane.getStylesheets().add(WriteDialog.sheet());
    pane.getButtonTypes().setAll(yes, ButtonType.CANCEL);
    TypedName typed = new TypedName();
    typed.ask(guarded);
    CommandLine line = new CommandLine(reach.copied());
    line.show(command);
    VBox column =
        new VBox(
            Texts.paragraph(what + "?", "write-title"),
            new Prose("Nothing else is changed. What exists meanwhile is left alone.", "muted"),
            typed,
            new VBox(4, Texts.label("The same on the terminal", Styles.HINT), line));
    column.getStyleClass().add("write-content");
    column.setPrefWidth(WIDTH);
    pane.setContent(column);
    Objects.requireNonNull(pane.lookupButton(yes))
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !typed.settledProperty().get(), typed.settledProperty()));
    setOnShown(_ -> {
      if (typed.asked()) {
        typed.focus();
      }
    });
    setOnHidden(_ -> {
      if (getResult() == yes) {
        reach.agreed().run();
      }
    });
  }
}
