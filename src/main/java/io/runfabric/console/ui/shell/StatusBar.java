package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Timestamps;
import io.runfabric.console.operation.ProjectSession;
import io.runfabric.console.ui.project.LoadState;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Nature;
import io.runfabric.console.ui.task.RunningTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The bottom of the window: how fresh the rows are, what is running, where the state is kept.
final class StatusBar extends HBox {

  private static final int MOST_SHOWN = 2;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final WindowModel window;
  private final StackPane icon = new StackPane();
  private final Label state = Texts.label("", "status-text");
  private final Label place = Texts.label("", "status-text", "mono");
  private final HBox running = new HBox(16);
  private final InvalidationListener onState = _ -> showState();
  private List<RunningTask> shown = List.of();
  private String hint = "";

  StatusBar(WindowModel window, Commands commands) {
    this.window = window;
    TasksButton tasks = new TasksButton(window, commands.tasks());
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    running.setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    place.setMinWidth(0);
    state.setMinWidth(Region.USE_PREF_SIZE);
    icon.setMinWidth(Region.USE_PREF_SIZE);
    Badge readOnly = new Badge("Read-only", Tone.ACCENT);
    readOnly.setTooltip(Texts.tooltip("Nothing can be changed from this window"));
    readOnly.visibleProperty().bind(window.readOnlyProperty());
    readOnly.managedProperty().bind(readOnly.visibleProperty());
    getChildren().addAll(icon, state, running, space, place, readOnly, tasks);
    window.shownProperty().addListener((_, before, now) -> follow(before, now));
    window.projects().all().addListener(onState);
    window.tasks().running().addListener((InvalidationListener) _ -> showRunning());
    follow(Optional.empty(), window.shownProperty().get());
  }

  /// Says anew how long ago the rows were read, and what takes longer than a moment.
  void tick() {
    showState();
    showRunning();
  }

  private void follow(Optional<ProjectModel> before, Optional<ProjectModel> now) {
    before.ifPresent(project -> {
      project.stateProperty().removeListener(onState);
      project.followingProperty().removeListener(onState);
    });
    now.ifPresent(project -> {
      project.stateProperty().addListener(onState);
      project.followingProperty().addListener(onState);
    });
    showState();
  }

  private void showRunning() {
    List<RunningTask> worthShowing =
        window.tasks().running().stream().filter(this::takesTime).limit(MOST_SHOWN).toList();
    if (!worthShowing.equals(shown)) {
      shown = worthShowing;
      running.getChildren().setAll(shown.stream().map(TaskProgress::new).toList());
    }
  }

  private boolean takesTime(RunningTask task) {
    return task.nature() != Nature.PASSING
        || task.took(window.clock().instant()).compareTo(MOMENT) > 0;
  }

  private void showState() {
    Optional<ProjectModel> project = window.shownProperty().get();
    if (project.isEmpty()) {
      int open = window.projects().all().size();
      say(
          Icons.INFO,
          Tone.NEUTRAL,
          open == 0 ? "No project open" : Texts.count(open, "project", "projects") + " open");
      place.setText("");
      hint("");
      return;
    }
    Optional<ProjectSession> session = project.get().sessionProperty().get();
    place.setText(session.map(open -> open.backend().location()).orElse(""));
    place.setTooltip(place.getText().isEmpty() ? null : Texts.tooltip(place.getText()));
    FollowingWords following = FollowingWords.of(project.get().followingProperty().get());
    hint(following.hint());
    switch (project.get().stateProperty().get()) {
      case LoadState.Loading _ -> say(Icons.REFRESH, Tone.ACCENT, "Loading");
      case LoadState.Loaded loaded ->
          say(
              Icons.OK,
              Tone.SUCCESS,
              "Loaded "
                  + Timestamps.relative(loaded.at(), window.clock().instant())
                  + ", "
                  + following.text());
      case LoadState.Cancelled _ -> say(Icons.STOPPED, Tone.WARNING, "Loading was stopped");
      case LoadState.Failed _ -> say(Icons.CRITICAL, Tone.DANGER, "Loading failed");
    }
  }

  // A new tooltip only for new words: it would take away the one that is being read.
  private void hint(String text) {
    if (!text.equals(hint)) {
      hint = text;
      state.setTooltip(text.isEmpty() ? null : Texts.tooltip(text));
    }
  }

  private void say(org.kordamp.ikonli.Ikon what, Tone tone, String text) {
    if (!text.equals(state.getText()) || icon.getChildren().isEmpty()) {
      icon.getChildren().setAll(Icons.of(what, tone));
      state.setText(text);
    }
  }
}
