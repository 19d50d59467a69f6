package io.runfabric.console.ui.detail;

import io.runfabric.console.operation.recover.Step.Action;
import io.runfabric.console.ui.detail.DetailState.Failed;
import io.runfabric.console.ui.detail.DetailState.Gone;
import io.runfabric.console.ui.detail.DetailState.Nothing;
import io.runfabric.console.ui.detail.DetailState.Reading;
import io.runfabric.console.ui.detail.DetailState.Several;
import io.runfabric.console.ui.detail.DetailState.Shown;
import io.runfabric.console.ui.shell.Command;
import io.runfabric.console.ui.style.EmptyState;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.FadeTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/// The selected row in full, beside a table. What is subscribed in [#shown()] is released in
/// [#hidden()]. Everything happens on the FX thread.
public final class DetailPane extends BorderPane {

  /// A document that comes sooner is shown without any sign that it had to be read.
  private static final Duration PATIENCE = Duration.millis(200);

  private final DetailModel model;
  private final Supplier<Instant> now;
  private final ObjectProperty<Instant> moment;
  private final DetailHeader header = new DetailHeader();
  private final DetailTabs tabs;
  private final VBox top = new VBox(header);
  private final StackPane body = new StackPane();
  private final FadeTransition waiting = new FadeTransition(PATIENCE, body);
  private List<ExtraTab> extras = List.of();
  private Subscription subscription = Subscription.EMPTY;

  /// @param now what relative times are relative to
  /// @param copy takes text for the clipboard
  /// @param openAddress takes a web address the user clicked
  /// @param onStep what does a step of a runbook; empty for what the window does not do
  /// @param reveal shows secrets as long as somebody holds something down
  public DetailPane(
      DetailModel model,
      Supplier<Instant> now,
      Consumer<String> copy,
      Consumer<String> openAddress,
      Consumer<Boolean> reveal,
      Function<Action, Optional<Command>> onStep) {
    this.model = model;
    this.now = now;
    moment = new SimpleObjectProperty<>(this, "moment", now.get());
    tabs =
        new DetailTabs(new FieldActions(moment, copy, openAddress, reveal, onStep), model.search());
    getStyleClass().add("detail-pane");
    getStylesheets()
        .add(
            Objects.requireNonNull(
                    DetailPane.class.getResource("/io/runfabric/console/ui/detail.css"))
                .toExternalForm());
    waiting.setToValue(0);
    waiting.setOnFinished(_ -> header.busy(true));
    setTop(top);
    setCenter(body);
  }

  /// Has the close button do something.
  public void setOnClose(Runnable action) {
    header.onClose(action);
  }

  /// Shows what can be done with the row, below its name.
  public void setActions(Node bar) {
    top.getChildren().setAll(header, bar);
  }

  /// Adds pages behind those of the document.
  public void add(List<ExtraTab> pages) {
    extras = List.copyOf(pages);
    extras.forEach(tabs::add);
  }

  /// Shows what the model says from now on.
  public void shown() {
    subscription = model.stateProperty().subscribe(this::show);
    tick();
  }

  /// Does not follow the model any more.
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    extras.forEach(ExtraTab::hidden);
    arrived();
  }

  /// Makes relative times true.
  public void tick() {
    moment.set(now.get());
  }

  private void show(DetailState state) {
    switch (state) {
      case Nothing() -> {
        header.showNothing();
        present(
            new EmptyState(Icons.SELECT, "Nothing is selected", "Select a row to see it in full."));
      }
      case Several(int rows) -> {
        header.showNothing();
        present(
            new EmptyState(
                Icons.STAGES,
                Texts.number(rows) + " rows are selected",
                "Copy them as JSON, as CSV or as commands, or select one to see it in full."));
      }
      case Reading(Subject subject) -> {
        header.show(subject);
        await();
      }
      case Shown(Subject subject, Detail detail) -> {
        header.show(subject);
        moment.set(now.get());
        tabs.show(subject, detail);
        present(tabs);
      }
      case Gone(Subject subject) -> {
        header.show(subject);
        present(
            new EmptyState(
                Icons.UNREADABLE,
                "The document is gone",
                "It was removed since the list was loaded. Refresh to see what is left."));
      }
      case Failed(Subject subject, var failure) -> {
        header.show(subject);
        present(new DetailFailure(failure, model::readAgain));
      }
    }
  }

  private void present(Node content) {
    arrived();
    if (!body.getChildren().contains(content)) {
      body.getChildren().setAll(content);
    }
  }

  // What was shown before fades away: at once it would flicker, later it would be taken for the
  // row that is being read.
  private void await() {
    body.setMouseTransparent(true);
    if (waiting.getStatus() != FadeTransition.Status.RUNNING && body.getOpacity() > 0) {
      waiting.playFromStart();
    }
  }

  private void arrived() {
    waiting.stop();
    header.busy(false);
    body.setOpacity(1);
    body.setMouseTransparent(false);
  }
}
