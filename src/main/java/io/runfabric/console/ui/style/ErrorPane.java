package io.runfabric.console.ui.style;

import io.runfabric.console.config.Problem;
import io.runfabric.console.ui.task.Failure;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What failed, why, and what to do about it: every problem of a configuration with its place, the
/// choices when the user has to choose, and a way to try again.
public final class ErrorPane extends ScrollPane {

  private static final double WIDEST = 760;

  private final VBox column = new VBox();
  private final HBox buttons = new HBox(12);

  /// @param retry does the failed thing again
  /// @param choose takes one of the failure's choices (a workspace id)
  public ErrorPane(Failure failure, Runnable retry, Consumer<String> choose) {
    getStyleClass().addAll("page-scroll", "error-pane");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    column.getStyleClass().add("error-column");
    column.setMaxWidth(WIDEST);
    column.setMaxHeight(USE_PREF_SIZE);
    StackPane disc = new StackPane(Icons.of(Icons.CRITICAL, Tone.DANGER));
    disc.getStyleClass().addAll("empty-state-icon", Tone.DANGER.styleClass());
    column.getChildren().add(disc);
    if (failure.problems().isEmpty()) {
      words(failure);
    } else {
      problems(failure);
    }
    if (!failure.choices().isEmpty()) {
      column.getChildren().add(choices(failure, choose));
    }
    Button again = new Button("Try again", Icons.of(Icons.REFRESH));
    again.setOnAction(_ -> retry.run());
    if (failure.choices().isEmpty()) {
      again.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
    }
    buttons.getChildren().add(again);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.getStyleClass().add("error-buttons");
    column.getChildren().add(buttons);
    StackPane holder = new StackPane(column);
    holder.getStyleClass().add("error-holder");
    setContent(holder);
  }

  /// Adds a button beside the one that tries again.
  public ErrorPane withAction(String label, Runnable action) {
    Button button = new Button(label);
    button.setOnAction(_ -> action.run());
    buttons.getChildren().add(button);
    return this;
  }

  private void words(Failure failure) {
    column
        .getChildren()
        .addAll(
            Texts.label(failure.title() + " failed", "error-title"),
            new Prose(Texts.sentence(failure.message()), "error-message"));
    if (!failure.remedy().isEmpty() && failure.choices().isEmpty()) {
      column.getChildren().add(new Prose(Texts.sentence(failure.remedy()), Styles.MUTED));
    }
  }

  private void problems(Failure failure) {
    Path file = failure.problems().getFirst().file();
    long errors =
        failure.problems().stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .count();
    column
        .getChildren()
        .addAll(
            Texts.label(
                file.getFileName() + " has " + Texts.count(errors, "error", "errors"),
                "error-title"),
            Texts.label(file.toString(), Styles.MONO, Styles.MUTED),
            new ProblemList(failure.problems()),
            Texts.paragraph(
                "Save the file once it is mended: it is read again by itself.", Styles.MUTED));
  }

  private static VBox choices(Failure failure, Consumer<String> choose) {
    VBox list = new VBox();
    list.getStyleClass().addAll(Styles.CARD, "list-card");
    HBox heading = new HBox(Texts.label("Choose a workspace", Styles.SECTION_TITLE));
    heading.getStyleClass().add("card-heading");
    list.getChildren().add(heading);
    failure
        .choices()
        .forEach(choice -> {
          HBox line = new HBox(12, Icons.of(Icons.BACKEND), Texts.label(choice, Styles.MONO));
          line.setAlignment(Pos.CENTER_LEFT);
          RowButton button =
              new RowButton(line, "Use workspace " + choice, () -> choose.accept(choice));
          button.getStyleClass().add("list-line");
          list.getChildren().add(button);
        });
    return list;
  }
}
