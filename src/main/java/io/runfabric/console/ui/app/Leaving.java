package io.runfabric.console.ui.app;

import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.Holds;
import io.runfabric.console.ui.write.WriteDialog;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Asks before the window is closed while it keeps stages locked, then gives them back first. Who
/// closes it a second time does not wait for a store that hangs: the locks end with their leases.
final class Leaving {

  private final Stage stage;
  private final Holds holds;
  private final Runnable close;

  /// @param close closes the window, once nothing is held any more
  Leaving(Stage stage, Holds holds, Runnable close) {
    this.stage = stage;
    this.holds = holds;
    this.close = close;
    holds
        .anyProperty()
        .addListener((_, _, any) -> {
          if (!any && holds.givingBack() && stage.isShowing()) {
            close.run();
          }
        });
  }

  /// The user wants to go.
  void leave() {
    if (holds.anyProperty().get() && !holds.givingBack()) {
      ask();
    } else {
      close.run();
    }
  }

  private void ask() {
    ButtonType release = new ButtonType("Release and close", ButtonData.OK_DONE);
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(stage);
    dialog.setTitle("RunFabric Console");
    DialogPane pane = dialog.getDialogPane();
    pane.getStyleClass().add("write-dialog");
    pane.getStylesheets().add(WriteDialog.sheet());
    pane.getButtonTypes().setAll(release, ButtonType.CANCEL);
    String names =
        holds.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    VBox content =
        new VBox(
            Texts.paragraph("Release what this window holds?", "write-title"),
            new Prose(
                "It keeps "
                    + names
                    + " locked for maintenance. Once it is closed, anybody may deploy there again.",
                "muted"));
    content.getStyleClass().add("write-content");
    pane.setContent(content);
    dialog.setOnHidden(_ -> {
      if (dialog.getResult() == release) {
        holds.giveBack();
      }
    });
    dialog.show();
  }
}
