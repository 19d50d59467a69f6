package io.runfabric.console.ui.app;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.RunningTask;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks whether to quit, or to close a project, while something is being written.
final class QuitDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 460;

  /// What is left.
  enum Leaves {
    WINDOW("Quit", "Stop and quit", "the window"),
    PROJECT("Close project", "Stop and close", "the project");

    private final String title;
    private final String stop;
    private final String what;

    Leaves(String title, String stop, String what) {
      this.title = title;
      this.stop = stop;
      this.what = what;
    }
  }

  /// @param writing what is under way
  /// @param stop is run when the user wants to leave all the same
  QuitDialog(Window owner, Leaves leaves, List<RunningTask> writing, Runnable stop) {
    ButtonType quit = new ButtonType(leaves.stop, ButtonBar.ButtonData.OTHER);
    ButtonType keep = new ButtonType("Keep running", ButtonBar.ButtonData.CANCEL_CLOSE);
    initOwner(owner);
    setTitle(leaves.title);
    getDialogPane().getStyleClass().add("question-dialog");
    getDialogPane().getButtonTypes().setAll(quit, keep);
    VBox column = new VBox(12, Texts.paragraph("Something is being written", "section-title"));
    writing.forEach(task -> column.getChildren().add(line(task)));
    column
        .getChildren()
        .add(
            new Prose(
                "Stopping finishes what must not be left half-done and gives the locks back; "
                    + leaves.what
                    + " closes once that is done.",
                "muted"));
    column.setPrefWidth(WIDTH);
    getDialogPane().setContent(column);
    Button stopping = (Button) Objects.requireNonNull(getDialogPane().lookupButton(quit));
    stopping.getStyleClass().add(atlantafx.base.theme.Styles.DANGER);
    Button keeping = (Button) Objects.requireNonNull(getDialogPane().lookupButton(keep));
    keeping.setDefaultButton(true);
    setOnHidden(_ -> {
      if (getResult() == quit) {
        stop.run();
      }
    });
  }

  private static HBox line(RunningTask task) {
    HBox line =
        new HBox(
            12, Icons.of(Icons.WARNING, Tone.WARNING), new Prose(Texts.sentence(task.title())));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().addAll("notice", Tone.WARNING.styleClass());
    return line;
  }
}
