package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.Question.Ask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What is to be filled in.
final class AskFields extends VBox {

  private final List<Ask> asks;
  private final Map<String, String> given = new HashMap<>();
  private final ReadOnlyObjectWrapper<Answers> answers =
      new ReadOnlyObjectWrapper<>(this, "answers", Answers.NONE);

  AskFields(List<Ask> asks) {
    super(12);
    this.asks = asks;
    setVisible(!asks.isEmpty());
    setManaged(!asks.isEmpty());
    for (Ask ask : asks) {
      answer(ask, ask.initial());
      Label label = Texts.label(ask.label(), "ask-label");
      Node field = ask.choices().isEmpty() ? text(ask) : choice(ask);
      label.setLabelFor(field);
      VBox box = new VBox(4, label, field);
      if (!ask.help().isEmpty()) {
        box.getChildren().add(Texts.paragraph(ask.help(), Styles.HINT));
      }
      getChildren().add(box);
    }
  }

  ReadOnlyObjectProperty<Answers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /// Whether everything that must be filled in is.
  boolean complete() {
    return asks.stream()
        .filter(Ask::required)
        .noneMatch(ask -> answers.get().to(ask.id()).isEmpty());
  }

  /// Puts the keyboard where something is missing.
  void focus() {
    asks.stream()
        .filter(ask -> answers.get().to(ask.id()).isEmpty())
        .findFirst()
        .ifPresent(ask -> lookup("#ask-" + ask.id()).requestFocus());
  }

  private TextField text(Ask ask) {
    TextField field = new TextField(ask.initial());
    field.setId("ask-" + ask.id());
    field.setPromptText(ask.prompt());
    field.textProperty().addListener((_, _, now) -> answer(ask, now));
    return field;
  }

  private ComboBox<String> choice(Ask ask) {
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(ask.choices()));
    box.setId("ask-" + ask.id());
    box.setPromptText(ask.prompt());
    box.setMaxWidth(Double.MAX_VALUE);
    if (!ask.initial().isEmpty()) {
      box.setValue(ask.initial());
    }
    box.valueProperty().addListener((_, _, now) -> answer(ask, now == null ? "" : now));
    return box;
  }

  private void answer(Ask ask, String text) {
    given.put(ask.id(), text);
    answers.set(new Answers(given));
  }
}
