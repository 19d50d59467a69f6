package io.runfabric.console.ui.app;

import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.Holds;
import io.runfabric.console.ui.write.WriteDialog;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Asks before the window is closed while it keeps stages locked, then gives them back first. Who
/// closes it a second time does not wait for a store that hangs: the locks end with their leases.
final class Leaving implements EventHandler<WindowEvent> {

  private final Stage stage;
  private final Holds holds;

  Leaving(Stage stage, Holds holds) {
    this.stage = stage;
    this.holds = holds;
    holds
        .anyProperty()
        .addListener((_, _, any) -> {
          if (!any && holds.givingBack()) {
            stage.close();
          }
        });
  }

  @Override
  public void handle(WindowEvent event) {
    if (holds.anyProperty().get() && !holds.givingBack()) {
      event.consume();
      ask();
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
