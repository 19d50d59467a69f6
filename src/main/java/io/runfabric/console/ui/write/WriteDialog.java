package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.write.WriteState.Asking;
import io.runfabric.console.ui.write.WriteState.Ended;
import io.runfabric.console.ui.write.WriteState.Failed;
import io.runfabric.console.ui.write.WriteState.Looking;
import io.runfabric.console.ui.write.WriteState.Working;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;

/// A write on screen: what is about to be done, the question, and what came of it.
public final class WriteDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 560;
  private static final double HIGHEST = 380;
  private static final ButtonType LOOK_AGAIN = new ButtonType("Look again", ButtonData.OTHER);

  private final WriteModel<?, ?> model;
  private final Consumer<String> copied;
  private final DialogPane pane = getDialogPane();
  private final DialogButtons buttons = new DialogButtons(pane);

  /// @param copied takes the command line that the user copies
  public WriteDialog(Window owner, WriteModel<?, ?> model, Consumer<String> copied) {
    this.model = model;
    this.copied = copied;
    initOwner(owner);
    setTitle("RunFabric Console");
    pane.getStyleClass().add("write-dialog");
    pane.getStylesheets().add(sheet());
    pane.setPrefWidth(WIDTH);
    pane.setMinWidth(WIDTH);
    model.stateProperty().subscribe((WriteState now) -> show(now));
    setOnCloseRequest(event -> {
      if (model.stateProperty().get() instanceof Working) {
        event.consume();
      }
    });
    setOnHidden(_ -> model.leave());
    setOnShown(_ -> {
      Window window = pane.getScene().getWindow();
      window.heightProperty().addListener(_ -> place(owner, window));
      model.look();
    });
  }

  /// The style sheet of whatever asks before it writes.
  public static String sheet() {
    return Objects.requireNonNull(WriteDialog.class.getResource("write.css")).toExternalForm();
  }

  private void show(WriteState state) {
    switch (state) {
      case Looking() -> {
        buttons.show(ButtonType.CANCEL);
        content(waiting("Looking at what is there now"));
      }
      case Asking(Question question) -> ask(question);
      case Working(Question question) -> {
        buttons.show(ButtonType.CLOSE);
        buttons.of(ButtonType.CLOSE).setDisable(true);
        content(waiting(question.verb() + "…"));
      }
      case Ended(Outcome outcome) -> {
        buttons.show(ButtonType.CLOSE);
        content(said(outcome.tone(), outcome.sentence(), outcome.details()));
        buttons.of(ButtonType.CLOSE).requestFocus();
      }
      case Failed(Failure failure, boolean begun) -> {
        buttons.show(LOOK_AGAIN, ButtonType.CLOSE);
        buttons.does(LOOK_AGAIN, model::look);
        content(failure(failure, begun));
      }
    }
    refit();
  }

  private void ask(Question question) {
    if (!question.possible()) {
      buttons.show(ButtonType.CLOSE);
      content(heading(question));
      return;
    }
    ButtonType yes = new ButtonType(question.verb(), ButtonData.OK_DONE);
    buttons.show(yes, ButtonType.CANCEL);
    AskFields fields = new AskFields(question.asks());
    TypedName typed = new TypedName();
    CommandLine command = new CommandLine(copied);
    fields
        .answersProperty()
        .subscribe(answers -> {
          typed.ask(question.guard().apply(answers));
          model.command(answers).ifPresent(command::show);
          Platform.runLater(this::refit);
        });
    VBox column = heading(question);
    if (!question.exhibits().isEmpty()) {
      column.getChildren().add(exhibits(question));
    }
    VBox same = new VBox(4, Texts.label("The same on the terminal", Styles.HINT), command);
    column.getChildren().addAll(fields, typed, same);
    content(column);
    Button button = buttons.of(yes);
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !fields.complete() || !typed.settledProperty().get(),
                fields.answersProperty(),
                typed.settledProperty()));
    boolean danger = question.tone() == Tone.DANGER;
    if (danger) {
      button.getStyleClass().add(atlantafx.base.theme.Styles.DANGER);
    }
    // Enter alone must not do what cannot be undone.
    button.setDefaultButton(!danger || typed.asked());
    buttons.does(yes, () -> model.agree(fields.answersProperty().get()));
    focus(fields, typed, question);
  }

  private void focus(AskFields fields, TypedName typed, Question question) {
    if (!question.asks().isEmpty()) {
      fields.focus();
    } else if (typed.asked()) {
      typed.focus();
    } else {
      buttons.of(ButtonType.CANCEL).requestFocus();
    }
  }

  private static VBox heading(Question question) {
    VBox column = new VBox(12, Texts.paragraph(question.title(), "write-title"));
    if (!question.text().isEmpty()) {
      column.getChildren().add(new Prose(question.text(), Styles.MUTED));
    }
    return column;
  }

  private static Node exhibits(Question question) {
    VBox cards = new VBox(8);
    question.exhibits().forEach(exhibit -> cards.getChildren().add(new ExhibitCard(exhibit)));
    if (question.exhibits().size() == 1) {
      return cards;
    }
    cards.getStyleClass().add("exhibits");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("page-scroll");
    scroll.setMaxHeight(HIGHEST);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private static VBox waiting(String words) {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("write-progress");
    return new VBox(12, Texts.paragraph(words, "write-title"), bar);
  }

  private static VBox said(Tone tone, String sentence, Iterable<String> details) {
    Prose words = new Prose(sentence, "write-outcome");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(12, Icons.of(ExhibitCard.icon(tone), tone), words);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("notice", tone.styleClass());
    VBox column = new VBox(12, line);
    details.forEach(detail -> column.getChildren().add(new Prose(detail, Styles.MUTED)));
    return column;
  }

  private static VBox failure(Failure failure, boolean begun) {
    VBox column = said(Tone.DANGER, Texts.sentence(failure.message()) + ".", java.util.List.of());
    if (!failure.remedy().isEmpty()) {
      column.getChildren().add(new Prose(Texts.sentence(failure.remedy()) + ".", Styles.MUTED));
    }
    if (!begun) {
      column.getChildren().add(new Prose("Nothing was changed.", Styles.MUTED));
    }
    return column;
  }

  private void content(VBox column) {
    column.getStyleClass().add("write-content");
    pane.setContent(column);
  }

  private void refit() {
    if (isShowing()) {
      pane.getScene().getWindow().sizeToScene();
    }
  }

  // It grows with what it says: in the middle of its owner, and never beyond the screen.
  private static void place(Window owner, Window window) {
    double middle = owner.getY() + (owner.getHeight() - window.getHeight()) / 2;
    Rectangle2D screen =
        Screen.getScreensForRectangle(
                owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
            .stream()
            .findFirst()
            .orElseGet(Screen::getPrimary)
            .getVisualBounds();
    double lowest = screen.getMaxY() - window.getHeight();
    window.setY(Math.max(screen.getMinY(), Math.min(middle, lowest)));
  }
}
