package io.runfabric.console.ui.health;

import io.runfabric.console.backend.checkup.Severity;
import io.runfabric.console.ui.style.Badge;
import io.runfabric.console.ui.style.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What was found at one place, most pressing first.
final class PlaceCard extends VBox {

  private static final int STEP = 40;

  private final FindingLine.Reach reach;
  private final HBox heading = new HBox(8);
  private final Label title = Texts.paragraph("", "section-title");
  private final HBox counts = new HBox(6);
  private final VBox lines = new VBox();
  private final Button more = new Button();
  private Map<Row, FindingLine> made = new HashMap<>();
  private List<Row> rows = List.of();
  private int most = STEP;

  PlaceCard(FindingLine.Reach reach) {
    this.reach = reach;
    getStyleClass().addAll("card", "list-card", "place-card");
    heading.getStyleClass().add("card-heading");
    heading.setAlignment(Pos.CENTER_LEFT);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    counts.setAlignment(Pos.CENTER_RIGHT);
    counts.setMinWidth(USE_PREF_SIZE);
    heading.getChildren().addAll(title, counts);
    more.getStyleClass().addAll("more-button", atlantafx.base.theme.Styles.FLAT);
    more.managedProperty().bind(more.visibleProperty());
    more.setOnAction(_ -> {
      most += STEP;
      showLines();
    });
    getChildren().addAll(heading, lines, more);
  }

  /// @param complete whether nothing more will be found here
  void show(Section section, boolean complete) {
    title.setText(Texts.wrapped(section.title()));
    counts.getChildren().clear();
    section
        .counts()
        .forEach((severity, count) -> {
          if (severity != Severity.OK) {
            counts.getChildren().add(badge(severity, count));
          }
        });
    if (counts.getChildren().isEmpty() && complete) {
      counts.getChildren().add(new Badge("as it should be", Severities.tone(Severity.OK)));
    }
    if (!rows.equals(section.rows())) {
      rows = section.rows();
      showLines();
    }
  }

  private void showLines() {
    Map<Row, FindingLine> kept = new HashMap<>();
    List<Row> now = rows.stream().limit(most).toList();
    for (Row row : now) {
      FindingLine line = made.get(row);
      kept.put(row, line == null ? new FindingLine(row, reach) : line);
    }
    made = kept;
    lines.getChildren().setAll(now.stream().map(kept::get).toList());
    int left = rows.size() - now.size();
    more.setVisible(left > 0);
    more.setText("Show " + Math.min(STEP, left) + " more of " + Texts.number(left));
  }

  private static Badge badge(Severity severity, long count) {
    return new Badge(
        Texts.number(count) + " " + Severities.word(severity), Severities.tone(severity));
  }
}
