package io.runfabric.console.ui.detail;

import io.runfabric.console.ui.detail.DetailLine.Step;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One step of a timeline: a dot, and the line that leads to the next.
final class StepLine extends HBox {

  private final Region dot = new Region();
  private final Region way = new Region();
  private final Label name = Texts.paragraph("", "step-name");
  private final HBox words = new HBox();

  StepLine() {
    getStyleClass().add("step-line");
    way.getStyleClass().add("step-way");
    VBox.setVgrow(way, Priority.ALWAYS);
    VBox rail = new VBox(dot, way);
    rail.getStyleClass().add("step-rail");
    rail.setAlignment(Pos.TOP_CENTER);
    words.getStyleClass().add("step-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    getChildren().addAll(rail, words);
  }

  void show(Step step) {
    dot.getStyleClass().setAll("step-dot", step.tone().styleClass());
    way.setVisible(!step.last());
    name.setText(Texts.wrapped(step.name()));
    // Only what failed gets a pill: a column of pills is noise.
    Label status =
        step.tone() == Tone.DANGER
            ? new Badge(step.status(), Tone.DANGER)
            : Texts.label(step.status(), Styles.HINT);
    status.setMinWidth(USE_PREF_SIZE);
    status.setVisible(!step.status().isEmpty());
    words.getChildren().setAll(name, status);
  }
}
