package io.runfabric.console.ui.wizard;

import io.runfabric.console.model.JsonDiff;
import io.runfabric.console.model.RedactedDifference;
import io.runfabric.console.model.Redactor;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What differs between what is stored and what a plan puts in its place, path by path.
final class DifferencesPane extends ScrollPane {

  private static final int MOST = 200;
  private static final double PATHS = 32;
  private static final double VALUES = 34;

  private final VBox column = new VBox(8);

  DifferencesPane() {
    getStyleClass().addAll("page-scroll", "differences");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    column.getStyleClass().add("differences-column");
    setContent(column);
  }

  void show(Optional<PlanRow> row, Redactor redactor) {
    column.getChildren().clear();
    setVvalue(0);
    if (row.isEmpty()) {
      column.getChildren().add(Texts.label("Select an entry to see what differs.", Styles.MUTED));
      return;
    }
    PlanRow shown = row.get();
    column.getChildren().add(Texts.label(shown.name(), "ask-label"));
    List<JsonDiff.Change> changes = shown.differences();
    if (changes.isEmpty()) {
      column
          .getChildren()
          .add(Texts.paragraph(Texts.sentence(shown.found()) + ": nothing to compare.", "muted"));
      return;
    }
    GridPane grid = new GridPane(16, 6);
    grid.getColumnConstraints()
        .addAll(constraints(PATHS), constraints(VALUES), constraints(VALUES));
    grid.addRow(
        0,
        Texts.label("Path", Styles.HINT),
        Texts.label("Stored now", Styles.HINT),
        Texts.label("Afterwards", Styles.HINT));
    int line = 1;
    for (JsonDiff.Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
      RedactedDifference values = RedactedDifference.of(change, redactor);
      grid.addRow(
          line++,
          cell(change.path(), "difference-path"),
          cell(values.before(), "difference-before"),
          cell(values.after(), "difference-after"));
    }
    column.getChildren().add(grid);
    if (changes.size() > MOST) {
      column
          .getChildren()
          .add(Texts.label("and " + Texts.number(changes.size() - MOST) + " more", Styles.MUTED));
    }
  }

  private static ColumnConstraints constraints(double percent) {
    ColumnConstraints constraints = new ColumnConstraints();
    constraints.setPercentWidth(percent);
    constraints.setHgrow(Priority.ALWAYS);
    constraints.setMinWidth(0);
    return constraints;
  }

  private static Label cell(String text, String style) {
    Label label = Texts.paragraph(text, Styles.MONO, style);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
