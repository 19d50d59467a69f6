package io.runfabric.console.ui.shell;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What is said in passing: a short message, or that something failed and where to read more. Goes
/// away by itself, but not from under the mouse.
final class Toast extends StackPane {

  private static final Duration MESSAGE_LIFE = Duration.seconds(4);
  private static final Duration FAILURE_LIFE = Duration.seconds(12);

  private final WindowModel window;
  private final StackPane card = new StackPane();
  private final PauseTransition life = new PauseTransition();
  private boolean failing;

  Toast(WindowModel window) {
    this.window = window;
    setPickOnBounds(false);
    setAlignment(Pos.BOTTOM_CENTER);
    getStyleClass().add("toast-layer");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.setVisible(false);
    card.setOnMouseEntered(_ -> life.pause());
    card.setOnMouseExited(_ -> life.play());
    getChildren().add(card);
    life.setOnFinished(_ -> card.setVisible(false));
    window.noticeProperty().addListener((_, _, now) -> now.ifPresent(said -> message(said.text())));
    window
        .taskPanel()
        .openProperty()
        .addListener((_, _, open) -> {
          if (open && failing) {
            gone();
          }
        });
    window.tasks().failureProperty().addListener((_, _, now) -> now.ifPresent(this::failure));
  }

  private void message(String text) {
    failing = false;
    show(Texts.label(text, "toast"), MESSAGE_LIFE);
  }

  private void failure(RunningTask task) {
    if (!(task.stateProperty().get() instanceof TaskState.Failed(var failure, _))
        || window.taskPanel().openProperty().get()) {
      return;
    }
    Label title = Texts.label(Texts.sentence(task.title()) + " failed", "failure-toast-title");
    title.setMinWidth(0);
    Prose message = new Prose(Texts.sentence(failure.message()), "muted");
    VBox words = new VBox(2, title, message);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button details = new Button("Details");
    details.getStyleClass().add(Styles.SMALL);
    details.setMinWidth(USE_PREF_SIZE);
    details.setOnAction(_ -> {
      gone();
      window.taskPanel().show(task);
    });
    Button close = new Button("", Icons.of(Icons.CLOSE));
    close.getStyleClass().addAll("icon-button", Styles.FLAT);
    close.setTooltip(Texts.tooltip("Close"));
    close.setAccessibleText("Close this notification");
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(_ -> gone());
    HBox line = new HBox(12, Icons.of(Icons.CRITICAL, Tone.DANGER), words, details, close);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("failure-toast");
    failing = true;
    show(line, FAILURE_LIFE);
  }

  private void show(Node content, Duration howLong) {
    card.getChildren().setAll(content);
    card.setVisible(true);
    life.setDuration(howLong);
    life.playFromStart();
  }

  private void gone() {
    life.stop();
    card.setVisible(false);
  }
}
