package io.runfabric.console.ui.health;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import io.runfabric.console.ui.task.Failure;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What it comes to, when it was looked, and the ways to look anew.
final class HeadlineCard extends StackPane {

  private static final String TRIAL =
      "One document is written at each place and removed again, to try what may be done there.";

  private final HealthModel model;
  private final Clock clock;
  private final StackPane disc = new StackPane();
  private final Label sentence = Texts.paragraph("", "health-sentence");
  private final Label detail = Texts.paragraph("", "muted");
  private final Button trial = new Button("Check with a trial write");
  private final Button again = new Button();
  private final MenuButton copy = new MenuButton("", Icons.of(Icons.COPY));
  private final ProgressBar progress = new ProgressBar();
  private final VBox failure = new VBox();
  private final BooleanProperty checking = new SimpleBooleanProperty(this, "checking", false);

  /// What can be copied.
  interface Copies {
    void json();

    void command();
  }

  HeadlineCard(HealthModel model, Clock clock, Copies copies) {
    this.model = model;
    this.clock = clock;
    getStyleClass().addAll("card", "health-headline");
    disc.getStyleClass().add("health-disc");
    detail.setId("health-detail");
    VBox words = new VBox(2, sentence, detail);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    trial.setTooltip(Texts.tooltip(TRIAL));
    trial.setAccessibleHelp(TRIAL);
    trial.setMinWidth(USE_PREF_SIZE);
    trial.disableProperty().bind(checking.or(model.readOnlyProperty()));
    trial.setOnAction(_ -> model.check(/* mayWrite= */ true));
    again.setMinWidth(USE_PREF_SIZE);
    HBox buttons = new HBox(8, trial, again, copyMenu(copies));
    buttons.setAlignment(Pos.CENTER_RIGHT);
    HBox top = new HBox(16, disc, words, buttons);
    top.setAlignment(Pos.CENTER_LEFT);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.getStyleClass().add("health-progress");
    progress.setAccessibleText("Checking");
    failure.managedProperty().bind(Bindings.isNotEmpty(failure.getChildren()));
    VBox content = new VBox(16, top, failure);
    content.getStyleClass().add("health-headline-content");
    setAlignment(progress, Pos.BOTTOM_CENTER);
    getChildren().addAll(content, progress);
  }

  void show(HealthPage page) {
    Tone tone = page.headline().tone();
    disc.getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::styleClass).toList());
    disc.getStyleClass().add(tone.styleClass());
    disc.getChildren().setAll(Icons.of(icon(page.headline()), tone));
    sentence.setText(Texts.wrapped(page.headline().sentence()));
    boolean running = page.running();
    progress.setVisible(running);
    checking.set(running);
    trial.getStyleClass().remove(Styles.ACCENT);
    if (!page.examination().mayWrite()) {
      trial.getStyleClass().add(Styles.ACCENT);
    }
    copy.setDisable(running);
    // One button, so that the keyboard stays where it is.
    again.setText(running ? "Stop" : "Check again");
    again.setGraphic(Icons.of(running ? Icons.CLOSE : Icons.REFRESH));
    again.setOnAction(_ -> {
      if (running) {
        model.stop();
      } else {
        model.check();
      }
    });
    again.setTooltip(
        Texts.tooltip(running ? "Stop; what was found stays" : "Look anew; nothing is written"));
    tick(page);
  }

  /// Says anew how long ago it was looked.
  void tick(HealthPage page) {
    String text = page.detail(clock.instant());
    if (!text.equals(detail.getText())) {
      detail.setText(Texts.wrapped(text));
    }
  }

  /// Says why a repair failed.
  void show(Optional<Failure> failed) {
    failure.getChildren().clear();
    failed.ifPresent(why -> {
      Prose text =
          new Prose(
              why.title()
                  + " failed: "
                  + why.message()
                  + (why.remedy().isEmpty() ? "" : " — " + why.remedy()));
      text.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox line = new HBox(12, Icons.of(Icons.CRITICAL, Tone.DANGER), text);
      line.getStyleClass().addAll("notice", Tone.DANGER.styleClass());
      failure.getChildren().add(line);
    });
  }

  private MenuButton copyMenu(Copies copies) {
    MenuItem json = new MenuItem("Copy as JSON");
    json.setOnAction(_ -> copies.json());
    MenuItem command = new MenuItem("Copy as command");
    command.setOnAction(_ -> copies.command());
    copy.getItems().addAll(json, command);
    copy.setId("copy-menu");
    copy.getStyleClass().addAll("icon-button", "menu-without-arrow");
    copy.setAccessibleText("Copy");
    copy.setTooltip(Texts.tooltip("Copy the findings"));
    copy.setMinWidth(USE_PREF_SIZE);
    return copy;
  }

  private static Ikon icon(HealthPage.Headline headline) {
    return switch (headline) {
      case RUNNING -> Icons.HEALTH;
      case STOPPED -> Icons.STOPPED;
      case GOOD -> Icons.OK;
      case NOT_ALL_CHECKED -> Icons.UNKNOWN;
      case WORKS -> Icons.WARNING;
      case WRONG -> Icons.CRITICAL;
    };
  }
}
