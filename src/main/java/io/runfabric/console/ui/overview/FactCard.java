package io.runfabric.console.ui.overview;

import atlantafx.base.theme.Styles;
import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.style.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// One fact, with what can be done about it.
final class FactCard extends HBox {

  private final Ikon icon;
  private final StackPane sign = new StackPane();
  private final Label title = Texts.label("", "tile-title");
  private final Label value = Texts.label("", "fact-value");
  private final Label caption = Texts.paragraph("", "tile-caption");

  /// @param action what the button says and does
  FactCard(Ikon icon, String action, Runnable run) {
    super(16);
    this.icon = icon;
    getStyleClass().addAll("card", "fact");
    setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(title, value, caption);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button button = new Button(action);
    button.getStyleClass().addAll("fact-button", Styles.FLAT);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> run.run());
    getChildren().addAll(sign, words, button);
    setFocusTraversable(false);
  }

  void show(Fact fact) {
    title.setText(fact.title());
    value.setText(Texts.wrapped(fact.value()));
    value.getStyleClass().setAll("label", "fact-value", fact.tone().styleClass());
    caption.setText(Texts.wrapped(fact.caption()));
    boolean wrong = fact.tone() == Tone.WARNING || fact.tone() == Tone.DANGER;
    sign.getChildren().setAll(Icons.of(wrong ? Icons.WARNING : icon, fact.tone()));
    setAccessibleText(fact.title() + ": " + fact.value() + ". " + fact.caption());
  }
}
