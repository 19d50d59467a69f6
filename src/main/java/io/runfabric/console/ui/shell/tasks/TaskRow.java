package io.runfabric.console.ui.shell.tasks;

import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.RowButton;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Nature;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.TaskState;
import java.time.Clock;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// One task in the list: what it does, how far it is or how it ended, and what can be done about
/// it.
final class TaskRow extends HBox {

  private final RunningTask task;
  private final Clock clock;
  private final boolean running;
  private final Optional<Runnable> again;
  private final StackPane icon = new StackPane();
  private final Label line = Texts.label("", Styles.HINT);
  private final ProgressBar bar = new ProgressBar();
  private final RowButton open;

  TaskRow(RunningTask task, TaskPanelModel panel, Clock clock) {
    this.task = task;
    this.clock = clock;
    this.running = task.runningProperty().get();
    this.again = task.againProperty().get();
    getStyleClass().add("task-row");
    setAlignment(Pos.CENTER_LEFT);
    Label title = Texts.label(TaskWords.title(task), "task-title");
    title.setMinWidth(0);
    HBox heading = new HBox(8, title);
    heading.setAlignment(Pos.CENTER_LEFT);
    if (task.nature() == Nature.WRITING) {
      heading.getChildren().add(new Badge("writes", Tone.NEUTRAL));
    }
    line.setMinWidth(0);
    VBox words = new VBox(2, heading, line);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (running) {
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.getStyleClass().add("task-bar");
      VBox.setMargin(bar, new Insets(4, 0, 0, 0));
      words.getChildren().add(bar);
    }
    if (task.stateProperty().get() instanceof TaskState.Failed(var failure, _)) {
      Label why = Texts.label(Texts.sentence(failure.message()), "task-failure");
      why.setMinWidth(0);
      words.getChildren().add(why);
    }
    icon.getChildren().setAll(TaskIcon.of(task));
    icon.getStyleClass().add("task-icon");
    HBox content = new HBox(12, icon, words);
    content.setAlignment(Pos.TOP_LEFT);
    open = new RowButton(content, "", () -> panel.show(task));
    HBox.setHgrow(open, Priority.ALWAYS);
    getChildren().add(open);
    if (running) {
      getChildren().add(button(Icons.CLOSE, "Stop", task::cancel));
    }
    again
        .filter(_ -> !(task.stateProperty().get() instanceof TaskState.Done))
        .ifPresent(action -> getChildren().add(button(Icons.REFRESH, "Try again", action)));
    tick();
  }

  /// Whether the row still offers what can be done about the task.
  boolean current() {
    return running == task.runningProperty().get() && again.equals(task.againProperty().get());
  }

  /// Says anew how far it is.
  void tick() {
    String words = TaskWords.line(task, clock.instant());
    line.setText(words);
    bar.setProgress(task.pace().fraction());
    open.setAccessibleText(TaskWords.title(task) + ", " + words);
  }

  private Node button(Ikon icon, String word, Runnable action) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("icon-button", atlantafx.base.theme.Styles.FLAT);
    button.setTooltip(Texts.tooltip(word));
    button.setAccessibleText(word + ": " + TaskWords.title(task));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> {
      action.run();
      tick();
    });
    return button;
  }
}
