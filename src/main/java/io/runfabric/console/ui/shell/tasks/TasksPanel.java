package io.runfabric.console.ui.shell.tasks;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.RunningTask;
import io.runfabric.console.ui.task.Tasks;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// The panel at the right of the window, over its page. There only while it is open.
public final class TasksPanel extends BorderPane {

  private final Tasks tasks;
  private final TaskPanelModel model;
  private final Clock clock;
  private final Consumer<String> copy;
  private final TaskList list;
  private final Label title = Texts.label("Tasks", "page-title");
  private final Button back = button(Icons.BACK, "All tasks");
  private final Button clear = new Button("Clear finished");
  private final Button close = button(Icons.CLOSE, "Close the tasks");
  private final InvalidationListener onTasks = _ -> showList();
  private Optional<TaskDetails> details = Optional.empty();

  /// @param copy takes text for the clipboard
  public TasksPanel(Tasks tasks, TaskPanelModel model, Clock clock, Consumer<String> copy) {
    this.tasks = tasks;
    this.model = model;
    this.clock = clock;
    this.copy = copy;
    list = new TaskList(tasks, model, clock);
    getStyleClass().add("tasks-panel");
    getStylesheets()
        .add(Objects.requireNonNull(TasksPanel.class.getResource("tasks.css")).toExternalForm());
    back.setOnAction(_ -> model.back());
    back.managedProperty().bind(back.visibleProperty());
    clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    clear.managedProperty().bind(clear.visibleProperty());
    clear.setOnAction(_ -> tasks.forgetEnded());
    close.setOnAction(_ -> model.close());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(8, back, title, space, clear, close);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("tasks-header");
    setTop(header);
    setVisible(false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.openProperty().addListener((_, _, open) -> open(open));
    model.detailProperty().addListener((_, _, task) -> show(task));
  }

  /// Says anew how far everything is.
  public void tick() {
    if (isVisible()) {
      list.tick();
      details.ifPresent(TaskDetails::tick);
    }
  }

  private void open(boolean open) {
    setVisible(open);
    if (open) {
      tasks.running().addListener(onTasks);
      tasks.ended().addListener(onTasks);
      show(model.detailProperty().get());
      close.requestFocus();
    } else {
      tasks.running().removeListener(onTasks);
      tasks.ended().removeListener(onTasks);
      leaveDetails();
    }
  }

  private void show(Optional<RunningTask> task) {
    leaveDetails();
    back.setVisible(task.isPresent());
    if (task.isPresent()) {
      title.setText("Task");
      clear.setVisible(false);
      TaskDetails page = new TaskDetails(task.get(), clock::instant, copy);
      details = Optional.of(page);
      page.shown();
      setCenter(page);
    } else {
      title.setText("Tasks");
      showList();
      setCenter(list);
    }
  }

  private void showList() {
    if (model.detailProperty().get().isEmpty()) {
      clear.setVisible(!tasks.ended().isEmpty());
      list.show();
    }
  }

  private void leaveDetails() {
    details.ifPresent(TaskDetails::hidden);
    details = Optional.empty();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.back();
      event.consume();
    }
  }

  private static Button button(Ikon icon, String words) {
    Button button = new Button("", Icons.of(icon));
    button.getStyleClass().addAll("icon-button", Styles.FLAT);
    button.setTooltip(Texts.tooltip(words));
    button.setAccessibleText(words);
    return button;
  }
}
