package io.runfabric.console.ui.style;

import io.runfabric.console.config.Problem;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is wrong in a configuration, each with its place and its mend, errors first.
public final class ProblemList extends VBox {

  private static final int MOST_SHOWN = 50;

  public ProblemList(List<Problem> problems) {
    getStyleClass().addAll(Styles.CARD, "list-card");
    problems.stream()
        .sorted(java.util.Comparator.comparing(Problem::severity))
        .limit(MOST_SHOWN)
        .forEach(problem -> getChildren().add(line(problem)));
  }

  private static HBox line(Problem problem) {
    boolean error = problem.severity() == Problem.Severity.ERROR;
    Prose message = new Prose(Texts.sentence(problem.message()), "problem-message");
    VBox words = new VBox(4, message);
    if (!problem.fix().isEmpty()) {
      words.getChildren().add(new Prose(Texts.sentence(problem.fix()), Styles.MUTED));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox place = new VBox(4);
    place.setAlignment(Pos.TOP_RIGHT);
    place.setMinWidth(Region.USE_PREF_SIZE);
    if (problem.line() > 0) {
      Label position =
          Texts.label("line " + problem.line() + ", column " + problem.column(), Styles.HINT);
      position.setTooltip(Texts.tooltip(problem.place()));
      place.getChildren().add(position);
    }
    if (!problem.key().isEmpty()) {
      place.getChildren().add(Texts.label(problem.key(), Styles.MONO, "problem-key"));
    }
    HBox line =
        new HBox(
            12,
            error ? Icons.of(Icons.CRITICAL, Tone.DANGER) : Icons.of(Icons.WARNING, Tone.WARNING),
            words,
            place);
    line.getStyleClass().addAll("list-line", "problem");
    line.setAccessibleText(problem.severity().word() + ": " + problem.sentence());
    return line;
  }
}
