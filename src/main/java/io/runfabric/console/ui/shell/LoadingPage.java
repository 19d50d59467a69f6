package io.runfabric.console.ui.shell;

import io.runfabric.console.model.Entry;
import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.RunningTask;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is there while a project is read for the first time: how far that is, and what arrived.
final class LoadingPage extends StackPane {

  private final ProjectModel project;
  private final ObservableList<Entry> rows;
  private final BooleanBinding some;

  /// @param table shows rows as they arrive
  LoadingPage(ProjectModel project, Function<ObservableList<Entry>, Node> table) {
    this.project = project;
    rows = project.arriving();
    some = Bindings.isNotEmpty(rows);
    getStyleClass().add("loading");
    getChildren().add(waiting());
    some.addListener(
        (InvalidationListener)
            _ -> {
              if (some.get()) {
                getChildren().setAll(arriving(table.apply(rows)));
              }
            });
  }

  private VBox waiting() {
    VBox page =
        new VBox(
            Texts.label("Reading the state of " + project.folderName(), "empty-state-title"),
            bar(),
            count(),
            cancel());
    page.getStyleClass().add("empty-state");
    page.setAlignment(Pos.CENTER);
    return page;
  }

  private VBox arriving(Node table) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox words =
        new VBox(
            Texts.label("Reading the state of " + project.folderName(), "section-title"), count());
    HBox head = new HBox(16, words, gap, bar(), cancel());
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("loading-head");
    VBox.setVgrow(table, Priority.ALWAYS);
    return new VBox(head, table);
  }

  private static ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(240);
    return bar;
  }

  private Button cancel() {
    Button cancel = new Button("Cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> project.cancel());
    return cancel;
  }

  private Label count() {
    Label count = Texts.label("Reading the configuration", "empty-state-text");
    project
        .loadingProperty()
        .get()
        .map(RunningTask::doneProperty)
        .ifPresent(done ->
            count
                .textProperty()
                .bind(
                    done.map(read ->
                        read.longValue() == 0
                            ? "Reading the configuration"
                            : Texts.count(read.longValue(), "entry", "entries") + " so far")));
    return count;
  }
}
