package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Repair;
import io.runfabric.console.model.Unseen;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One finding: how much it matters, what it is about, what was seen, and what to do.
final class FindingLine extends HBox {

  private static final double SEVERITY_WIDTH = 112;
  private static final double SUBJECT_WIDTH = 184;

  /// What can be done from a line.
  ///
  /// @param locked whether repairs have to wait
  record Reach(Consumer<String> copy, Consumer<Repair> repair, ObservableValue<Boolean> locked) {}

  FindingLine(Row row, Reach reach) {
    super(16);
    getStyleClass().addAll("list-line", "finding");
    setAccessibleText(Unseen.lines(row.inWords()));
    VBox words = new VBox(8, new Prose(row.evidence()));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!row.remedy().isEmpty()) {
      words.getChildren().add(remedy(row.remedy(), reach));
    }
    row.repair().ifPresent(repair -> words.getChildren().add(repair(repair, reach)));
    getChildren().addAll(severity(row), subject(row), words);
    row.took()
        .ifPresent(took -> {
          Label label = Texts.label(HealthPage.span(took), "mono", "muted", "finding-took");
          label.setMinWidth(USE_PREF_SIZE);
          label.setTooltip(Texts.tooltip("How long the answer took"));
          getChildren().add(label);
        });
  }

  private static HBox severity(Row row) {
    Badge badge = new Badge(Severities.title(row.severity()), Severities.tone(row.severity()));
    badge.setGraphic(Icons.of(Severities.icon(row.severity()), Severities.tone(row.severity())));
    HBox column = new HBox(badge);
    column.setMinWidth(SEVERITY_WIDTH);
    column.setPrefWidth(SEVERITY_WIDTH);
    return column;
  }

  private static VBox subject(Row row) {
    VBox column = new VBox(2);
    row.subjects()
        .forEach(subject ->
            column.getChildren().add(Texts.paragraph(Texts.sentence(subject), "finding-subject")));
    if (!row.subjects().equals(List.of(row.areaTitles()))) {
      column.getChildren().add(Texts.paragraph(row.areaTitles(), "finding-area"));
    }
    column.setMinWidth(SUBJECT_WIDTH);
    column.setPrefWidth(SUBJECT_WIDTH);
    column.setMaxWidth(SUBJECT_WIDTH);
    return column;
  }

  private static HBox remedy(String text, Reach reach) {
    Prose words = new Prose(text);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button copy = new Button("", Icons.of(Icons.COPY));
    copy.getStyleClass().addAll("icon-button", "remedy-copy");
    copy.setAccessibleText("Copy: " + text);
    copy.setTooltip(Texts.tooltip("Copy what to do"));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(_ -> reach.copy().accept(text));
    HBox box = new HBox(10, Icons.of(Icons.MEND), words, copy);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("remedy");
    return box;
  }

  private static Button repair(Repair repair, Reach reach) {
    String title = Texts.sentence(Row.shown(repair.what())) + "…";
    Button button = new Button(title);
    button.getStyleClass().add("repair-button");
    // The end tells more than the middle: it is what the thing is called.
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setTooltip(Texts.tooltip(title));
    button.setMinWidth(0);
    button.disableProperty().bind(reach.locked());
    button.setOnAction(_ -> reach.repair().accept(repair));
    return button;
  }
}
