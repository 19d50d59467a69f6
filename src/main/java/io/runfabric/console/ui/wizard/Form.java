package io.runfabric.console.ui.wizard;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Styles;
import io.runfabric.console.ui.style.Texts;
import io.runfabric.console.ui.write.Answers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A page on which something is filled in, field by field. What is wrong with a field is said
/// beneath it, once it was touched.
public final class Form extends VBox {

  private static final double CHOICE_WIDTH = 280;

  private final ObjectProperty<Answers> answers;
  private final WizardModel<?, ?> model;
  private final Set<String> touched = new HashSet<>();

  public Form(WizardModel<?, ?> model) {
    super(20);
    this.model = model;
    this.answers = model.answersProperty();
    getStyleClass().add("wizard-form");
  }

  /// What can be chosen.
  ///
  /// @param help what it means, a sentence; may be empty
  public record Choice(String value, String label, String help) {}

  /// A heading with a sentence below it.
  public Form heading(String title, String text) {
    VBox box = new VBox(4, Texts.label(title, Styles.SECTION_TITLE));
    if (!text.isEmpty()) {
      box.getChildren().add(new Prose(text, Styles.MUTED));
    }
    return add(box);
  }

  /// A line of text.
  public Form text(Field field) {
    return typed(field, new TextField(), Optional.empty());
  }

  /// A line of text that is not shown, and forgotten with [WizardModel#forgetSecrets].
  public Form secret(Field field) {
    model.secret(field.id());
    return typed(field, new PasswordField(), Optional.empty());
  }

  /// A file, typed or looked for.
  public Form file(Field field, Supplier<Optional<Path>> browse) {
    TextField control = new TextField();
    control.getStyleClass().add(Styles.MONO);
    Button button = new Button("Browse…", Icons.of(Icons.OPEN));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        _ -> browse.get().ifPresent(chosen -> answer(field.id(), chosen.toString())));
    return typed(field, control, Optional.of(button));
  }

  private Form typed(Field field, TextField control, Optional<Button> beside) {
    control.setId("wizard-" + field.id());
    control.setPromptText(field.prompt());
    control.setAccessibleText(field.label());
    HBox.setHgrow(control, Priority.ALWAYS);
    control.textProperty().addListener((_, _, now) -> answer(field.id(), now));
    answers.subscribe(now -> {
      if (!control.getText().equals(now.exactly(field.id()))) {
        control.setText(now.exactly(field.id()));
      }
    });
    HBox line = new HBox(8, control);
    beside.ifPresent(line.getChildren()::add);
    Label label = Texts.label(field.label(), "ask-label");
    label.setLabelFor(control);
    VBox box = new VBox(4, label, line);
    if (!field.help().isEmpty()) {
      box.getChildren().add(new Prose(field.help(), Styles.MUTED, "wizard-help"));
    }
    box.getChildren().add(problem(field.id()));
    return add(box);
  }

  /// Yes or no.
  public Form check(Field field) {
    CheckBox box = new CheckBox(field.label());
    box.setWrapText(true);
    box.setId("wizard-" + field.id());
    box.selectedProperty().addListener((_, _, now) -> answer(field.id(), now ? Answers.YES : ""));
    answers.subscribe(now -> box.setSelected(now.yes(field.id())));
    VBox column = new VBox(4, box);
    if (!field.help().isEmpty()) {
      column.getChildren().add(new Prose(field.help(), Styles.MUTED, "wizard-choice-help"));
    }
    column.getChildren().add(problem(field.id()));
    return add(column);
  }

  /// One of several, out of a list that opens.
  public Form choice(Field field, List<String> values) {
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setId("wizard-" + field.id());
    box.setPromptText(field.prompt());
    box.setAccessibleText(field.label());
    box.setPrefWidth(CHOICE_WIDTH);
    box.valueProperty().addListener((_, _, now) -> answer(field.id(), now == null ? "" : now));
    answers.subscribe(now -> {
      if (!now.to(field.id()).isEmpty()) {
        box.setValue(now.to(field.id()));
      }
    });
    Label label = Texts.label(field.label(), "ask-label");
    label.setLabelFor(box);
    VBox column = new VBox(4, label, box);
    if (!field.help().isEmpty()) {
      column.getChildren().add(new Prose(field.help(), Styles.MUTED, "wizard-help"));
    }
    column.getChildren().add(problem(field.id()));
    return add(column);
  }

  /// One of a few.
  public Form oneOf(Field field, List<Choice> choices) {
    VBox column = new VBox(8, Texts.paragraph(field.label(), "ask-label"));
    if (!field.help().isEmpty()) {
      column.getChildren().add(new Prose(field.help(), Styles.MUTED, "wizard-help"));
    }
    ToggleGroup group = new ToggleGroup();
    for (Choice choice : choices) {
      RadioButton button = new RadioButton(choice.label());
      button.setId("wizard-" + field.id() + "-" + choice.value());
      button.setToggleGroup(group);
      button.setAccessibleText(field.label() + ": " + choice.label());
      button
          .selectedProperty()
          .addListener((_, _, now) -> {
            if (now) {
              answer(field.id(), choice.value());
            }
          });
      answers.subscribe(now -> {
        if (now.to(field.id()).equals(choice.value())) {
          button.setSelected(true);
        }
      });
      VBox line = new VBox(2, button);
      if (!choice.help().isEmpty()) {
        line.getChildren().add(new Prose(choice.help(), Styles.MUTED, "wizard-choice-help"));
      }
      column.getChildren().add(line);
    }
    column.getChildren().add(problem(field.id()));
    return add(column);
  }

  /// Something of its own.
  public Form add(Node node) {
    getChildren().add(node);
    return this;
  }

  /// Shows what was added last only while this holds.
  public Form when(Predicate<Answers> holds) {
    Node last = getChildren().getLast();
    last.managedProperty().bind(last.visibleProperty());
    answers.subscribe(now -> last.setVisible(holds.test(now)));
    return this;
  }

  private void answer(String id, String value) {
    if (!answers.get().exactly(id).equals(value)) {
      touched.add(id);
      answers.set(answers.get().with(id, value));
    }
  }

  private Label problem(String id) {
    Label label = Texts.paragraph("", "wizard-problem");
    label.setId("problem-" + id);
    label.managedProperty().bind(label.visibleProperty());
    model
        .problemsProperty()
        .subscribe(all -> {
          Optional<FieldProblem> found =
              all.stream().filter(one -> one.field().equals(id)).findFirst();
          label.setText(Texts.wrapped(found.map(FieldProblem::sentence).orElse("")));
          label.setVisible(found.isPresent() && touched.contains(id));
        });
    return label;
  }
}
