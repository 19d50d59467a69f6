package io.runfabric.console.ui.detail;

import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.StageBadge;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The top of the pane: which row it is about.
final class DetailHeader extends HBox {

  private final Label title = new Label();
  private final Label subtitle = Texts.label("", Styles.HINT);
  private final HBox tags = new HBox();
  private final VBox words = new VBox();
  private final ProgressIndicator progress = new ProgressIndicator();
  private final Button close = new Button("", Icons.of(Icons.CLOSE));

  DetailHeader() {
    getStyleClass().add("detail-header");
    tags.getStyleClass().add("detail-tags");
    tags.setMinWidth(USE_PREF_SIZE);
    tags.setAlignment(Pos.CENTER_LEFT);
    HBox name = new HBox(title, tags);
    name.getStyleClass().add("detail-name");
    name.setAlignment(Pos.CENTER_LEFT);
    words.getChildren().addAll(name, subtitle);
    words.getStyleClass().add("detail-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    progress.setVisible(false);
    progress.setAccessibleText("Reading");
    close.getStyleClass().add("icon-button");
    close.setTooltip(Texts.tooltip("Close the details"));
    close.setAccessibleText("Close the details");
    getChildren().addAll(words, progress, close);
  }

  void onClose(Runnable action) {
    close.setOnAction(_ -> action.run());
  }

  void show(Subject subject) {
    String stage = StageBadge.word(subject.title());
    title.setText(stage);
    title.setTooltip(Texts.tooltip(stage));
    title.getStyleClass().setAll("label", "detail-title", StageBadge.tone(stage).styleClass());
    subtitle.setText(Unseen.shown(subject.subtitle()));
    tags.getChildren()
        .setAll(subject.tags().stream().map(tag -> new Badge(tag.word(), tag.tone())).toList());
    words.setVisible(true);
  }

  /// The pane is about no single row.
  void showNothing() {
    words.setVisible(false);
  }

  /// Whether the document is being read.
  void busy(boolean reading) {
    progress.setVisible(reading);
  }
}
