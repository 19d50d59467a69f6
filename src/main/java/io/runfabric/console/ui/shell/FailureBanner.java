package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.project.ProjectModel;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says above a page that its rows are those of an earlier load, because the last one failed.
final class FailureBanner extends HBox {

  FailureBanner(ProjectModel project, Failure failure) {
    super(12);
    getStyleClass().addAll("banner", Tone.DANGER.styleClass());
    setAlignment(Pos.CENTER_LEFT);
    Prose text =
        new Prose(
            "Shown as it was read before. Reading it anew failed: "
                + failure.message()
                + (failure.remedy().isEmpty() ? "" : " — " + failure.remedy()));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Button again = new Button("Try again");
    again.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(_ -> project.load());
    getChildren().addAll(Icons.of(Icons.WARNING, Tone.DANGER), text, again);
  }
}
