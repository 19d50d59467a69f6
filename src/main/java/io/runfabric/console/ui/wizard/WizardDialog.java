package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.listing.ListingView;
import io.runfabric.console.ui.shell.Ticker;
import io.runfabric.console.ui.shell.ViewContext;
import io.runfabric.console.ui.style.ErrorPane;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.task.Failure;
import io.runfabric.console.ui.wizard.WizardState.Asking;
import io.runfabric.console.ui.wizard.WizardState.Confirming;
import io.runfabric.console.ui.wizard.WizardState.Ended;
import io.runfabric.console.ui.wizard.WizardState.Failed;
import io.runfabric.console.ui.wizard.WizardState.Planned;
import io.runfabric.console.ui.wizard.WizardState.Planning;
import io.runfabric.console.ui.wizard.WizardState.Running;
import io.runfabric.console.ui.wizard.WizardState.Unplanned;
import io.runfabric.console.ui.write.DialogButtons;
import io.runfabric.console.ui.write.WriteDialog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// A wizard on screen: its steps at the left, the page beside them, and the buttons below.
public final class WizardDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 880;
  private static final double HEIGHT = 600;
  private static final ButtonType BACK = new ButtonType("Back", ButtonData.BACK_PREVIOUS);
  private static final ButtonType NEXT = new ButtonType("Next", ButtonData.NEXT_FORWARD);
  private static final ButtonType AGAIN = new ButtonType("Plan again", ButtonData.NEXT_FORWARD);
  private static final ButtonType STOP = new ButtonType("Stop", ButtonData.CANCEL_CLOSE);

  private final WizardModel<?, ?> model;
  private final ViewContext context;
  private final Supplier<Region> choose;
  private final Supplier<Region> options;
  private final DialogPane pane = getDialogPane();
  private final DialogButtons buttons = new DialogButtons(pane);
  private final StepRail rail = new StepRail();
  private final StackPane page = new StackPane();
  private final Label hint = Texts.label("", Styles.HINT);
  private final Ticker ticker = new Ticker(this::tick);
  private Optional<RunPage> running = Optional.empty();

  public WizardDialog(Window owner, WizardModel<?, ?> model, Forms forms, ViewContext context) {
    this.model = model;
    this.context = context;
    choose = once(() -> forms.choose(model));
    options = once(() -> forms.options(model));
    initOwner(owner);
    setTitle(model.title());
    setResizable(true);
    pane.getStyleClass().addAll("write-dialog", "wizard");
    pane.getStylesheets().addAll(WriteDialog.sheet(), ListingView.sheet(), sheet());
    hint.getStyleClass().add("wizard-hint");
    hint.setWrapText(true);
    VBox.setVgrow(page, Priority.ALWAYS);
    VBox middle = new VBox(16, Texts.label(model.title(), "write-title"), page, hint);
    middle.getStyleClass().add("wizard-page");
    BorderPane frame = new BorderPane(middle);
    frame.setLeft(rail);
    frame.setPrefSize(WIDTH, HEIGHT);
    pane.setContent(frame);
    pane.setMinWidth(WIDTH);
    pane.setPrefWidth(WIDTH);
    pane.setMaxWidth(Double.MAX_VALUE);
    model.stateProperty().subscribe((WizardState now) -> show(now));
    model
        .problemsProperty()
        .subscribe(problems ->
            hint.setText(Texts.wrapped(problems.isEmpty() ? "" : problems.getFirst().sentence())));
    setOnCloseRequest(event -> {
      if (model.running()) {
        event.consume();
        askToStop();
      }
    });
    setOnShown(_ -> ticker.start());
    setOnHidden(_ -> {
      ticker.stop();
      model.stop();
      model.forgetSecrets();
    });
  }

  private static String sheet() {
    return Objects.requireNonNull(WizardDialog.class.getResource("wizard.css")).toExternalForm();
  }

  private static Supplier<Region> once(Supplier<Region> maker) {
    Region[] made = new Region[1];
    return () -> {
      if (made[0] == null) {
        made[0] = maker.get();
      }
      return made[0];
    };
  }

  private void show(WizardState state) {
    rail.show(state.page());
    running = Optional.empty();
    switch (state) {
      case Asking(Page asked) -> ask(asked);
      case Planning _ -> {
        buttons.show(BACK, ButtonType.CANCEL);
        buttons.does(BACK, model::back);
        content(waiting("Finding out what would be done"));
      }
      case Planned(Preview preview) -> {
        buttons.show(BACK, NEXT, ButtonType.CANCEL);
        buttons.does(BACK, model::back);
        buttons.does(NEXT, model::next);
        buttons.of(NEXT).setDisable(!preview.possible());
        content(new PlanPage(preview, context.tasks(), context.clock(), context.redactor().get()));
      }
      case Unplanned(Failure failure) -> {
        buttons.show(BACK, AGAIN, ButtonType.CANCEL);
        buttons.does(BACK, model::back);
        buttons.does(AGAIN, model::next);
        content(new ErrorPane(failure, model::next, _ -> {}));
      }
      case Confirming(Preview preview) -> confirm(preview);
      case Running run -> {
        buttons.show(STOP);
        buttons.does(STOP, this::askToStop);
        RunPage shown =
            new RunPage(
                run.preview(), run.task(), model.entries(), context.tasks(), context.clock());
        running = Optional.of(shown);
        content(shown);
      }
      case Ended(Report report) -> {
        buttons.show(ButtonType.CLOSE);
        content(ResultPage.of(report, model.command(), context::copy, this::close));
        buttons.of(ButtonType.CLOSE).requestFocus();
      }
      case Failed(Failure failure) -> {
        buttons.show(BACK, ButtonType.CLOSE);
        buttons.does(BACK, model::back);
        content(ResultPage.of(failure, model.entries().count()));
      }
    }
  }

  private void ask(Page asked) {
    boolean first = asked == Page.CHOOSE;
    if (first) {
      buttons.show(NEXT, ButtonType.CANCEL);
    } else {
      buttons.show(BACK, NEXT, ButtonType.CANCEL);
      buttons.does(BACK, model::back);
    }
    buttons.does(NEXT, model::next);
    Button next = buttons.of(NEXT);
    BooleanBinding blocked =
        Bindings.createBooleanBinding(
            () -> !model.problemsProperty().get().isEmpty(), model.problemsProperty());
    next.disableProperty().bind(blocked);
    next.setDefaultButton(true);
    Region form = first ? choose.get() : options.get();
    content(PlanPage.scrolling(form, Double.MAX_VALUE));
    focusFirst(form);
  }

  private static void focusFirst(Node form) {
    form.lookupAll(".text-field").stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void confirm(Preview preview) {
    ButtonType yes = new ButtonType(preview.verb(), ButtonData.OK_DONE);
    buttons.show(BACK, yes, ButtonType.CANCEL);
    buttons.does(BACK, model::back);
    buttons.does(yes, model::agree);
    ConfirmPage shown = new ConfirmPage(preview, model.command(), context::copy);
    content(PlanPage.scrolling(shown, Double.MAX_VALUE));
    Button button = buttons.of(yes);
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !shown.settledProperty().get(), shown.settledProperty()));
    boolean danger = preview.tone() == io.runfabric.console.ui.style.Tone.DANGER;
    if (danger) {
      button.getStyleClass().add(atlantafx.base.theme.Styles.DANGER);
    }
    // Enter alone must not do what cannot be undone.
    button.setDefaultButton(!danger || shown.asked());
    if (shown.asked()) {
      shown.focus();
    }
  }

  // Whatever is decided, the wizard stays: it says what became of it.
  private void askToStop() {
    if (!model.running()) {
      return;
    }
    ButtonType stop = new ButtonType("Stop it", ButtonData.OTHER);
    ButtonType keep = new ButtonType("Keep running", ButtonData.CANCEL_CLOSE);
    Dialog<ButtonType> question = new Dialog<>();
    question.initOwner(pane.getScene().getWindow());
    question.setTitle(model.title());
    DialogPane asked = question.getDialogPane();
    asked.getStyleClass().add("write-dialog");
    asked.getStylesheets().add(WriteDialog.sheet());
    asked.getButtonTypes().setAll(stop, keep);
    VBox column =
        new VBox(
            Texts.paragraph("Stop this?", "write-title"),
            new Prose(
                "What is being written is finished and the locks are given back; what is not begun"
                    + " stays as it is. The next page says what was done.",
                Styles.MUTED));
    column.getStyleClass().add("write-content");
    asked.setContent(column);
    question.setOnHidden(_ -> {
      if (question.getResult() == stop) {
        model.stop();
      }
    });
    question.show();
  }

  private static VBox waiting(String words) {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("write-progress");
    return new VBox(12, new Prose(words + "…", "wizard-sentence"), bar);
  }

  private void content(Node node) {
    page.getChildren().setAll(List.of(node));
  }

  private void tick() {
    running.ifPresent(RunPage::tick);
  }
}
