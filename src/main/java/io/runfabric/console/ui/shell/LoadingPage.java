package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.RunningTask;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// What is there while a project is read for the first time.
final class LoadingPage extends VBox {

  LoadingPage(ProjectModel project) {
    getStyleClass().addAll("empty-state", "loading");
    setAlignment(Pos.CENTER);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(240);
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
    Button cancel = new Button("Cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> project.cancel());
    getChildren()
        .addAll(
            Texts.label("Reading the state of " + project.folderName(), "empty-state-title"),
            bar,
            count,
            cancel);
  }
}
