package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands where a document is not because reading it failed: what, why, and what to do.
final class DetailFailure extends VBox {

  DetailFailure(Failure failure, Runnable retry) {
    getStyleClass().add("detail-failure");
    StackPane disc = new StackPane(Icons.of(Icons.CRITICAL, Tone.DANGER));
    disc.getStyleClass().addAll("empty-state-icon", Tone.DANGER.styleClass());
    getChildren()
        .addAll(
            disc,
            Texts.paragraph(failure.title() + " failed", "detail-failure-title"),
            new Prose(Texts.sentence(failure.message())));
    if (!failure.remedy().isEmpty()) {
      getChildren().add(new Prose(Texts.sentence(failure.remedy()), Styles.MUTED));
    }
    Button again = new Button("Try again", Icons.of(Icons.REFRESH));
    again.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
    again.setOnAction(_ -> retry.run());
    getChildren().add(again);
  }
}
