package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Says what is about to be made, and makes it when the user agrees; for a production stage the
/// user agrees by typing its name.
final class RepairDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 480;

  /// @param guarded the production stage to be typed
  RepairDialog(Window owner, Repair repair, Optional<String> guarded, Runnable agreed) {
    String what = Texts.sentence(Row.shown(repair.what()));
    ButtonType yes = new ButtonType(what.split(" ", 2)[0], ButtonBar.ButtonData.OK_DONE);
    initOwner(owner);
    setTitle("Mend");
    DialogPane pane = getDialogPane();
    pane.getStyleClass().add("repair-dialog");
    pane.getStylesheets().add(HealthView.sheet());
    pane.getButtonTypes().setAll(yes, ButtonType.CANCEL);
    VBox column =
        new VBox(
            12,
            Texts.paragraph(what + "?", "section-title"),
            new Prose("Nothing else is changed. What exists meanwhile is left alone.", "muted"));
    column.setPrefWidth(WIDTH);
    pane.setContent(column);
    Button button = (Button) Objects.requireNonNull(pane.lookupButton(yes));
    guarded.ifPresent(stage -> guard(stage, column, button));
    setOnHidden(_ -> {
      if (getResult() == yes) {
        agreed.run();
      }
    });
  }

  private void guard(String stage, VBox column, Button button) {
    Prose words = new Prose("`" + stage + "` is a production stage. Type its name to go on.");
    HBox warning = new HBox(12, Icons.of(Icons.WARNING, Tone.DANGER), words);
    warning.getStyleClass().addAll("notice", Tone.DANGER.styleClass());
    TextField typed = new TextField();
    typed.setId("typed-stage");
    typed.setPromptText(stage);
    typed.setAccessibleText("The name of the stage, " + stage);
    setOnShown(_ -> typed.requestFocus());
    button.disableProperty().bind(typed.textProperty().isNotEqualTo(stage));
    column.getChildren().addAll(warning, typed);
  }
}
