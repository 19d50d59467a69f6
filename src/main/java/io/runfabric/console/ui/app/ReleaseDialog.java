package io.runfabric.console.ui.app;

import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.WriteDialog;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Asks whether to release the stages that are kept locked, so that something can be closed.
final class ReleaseDialog extends Dialog<ButtonType> {

  /// @param names what is kept locked
  /// @param release is run when the user agrees
  ReleaseDialog(Stage owner, List<String> names, Runnable release) {
    ButtonType agreed = new ButtonType("Release and close", ButtonData.OK_DONE);
    initOwner(owner);
    setTitle("RunFabric Console");
    DialogPane pane = getDialogPane();
    pane.getStyleClass().add("write-dialog");
    pane.getStylesheets().add(WriteDialog.sheet());
    pane.getButtonTypes().setAll(agreed, ButtonType.CANCEL);
    String all = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    VBox content =
        new VBox(
            Texts.paragraph("Release what this window holds?", "write-title"),
            new Prose(
                "It keeps "
                    + all
                    + " locked for maintenance. Once it is closed, anybody may deploy there again.",
                "muted"));
    content.getStyleClass().add("write-content");
    pane.setContent(content);
    setOnHidden(_ -> {
      if (getResult() == agreed) {
        release.run();
      }
    });
  }
}
