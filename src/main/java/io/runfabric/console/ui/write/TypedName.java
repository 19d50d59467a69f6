package io.runfabric.console.ui.write;

import io.runfabric.console.ui.style.Icons;
import io.runfabric.console.ui.style.Prose;
import io.runfabric.console.ui.style.Tone;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// For a production stage: its name has to be typed before anything is changed. Not there for other
/// stages.
public final class TypedName extends VBox {

  private final ObjectProperty<Optional<String>> stage =
      new SimpleObjectProperty<>(this, "stage", Optional.empty());
  private final TextField typed = new TextField();
  private final BooleanBinding settled =
      Bindings.createBooleanBinding(
          () -> stage.get().map(typed.getText()::equals).orElse(true), stage, typed.textProperty());

  public TypedName() {
    super(12);
    typed.setId("typed-stage");
    managedProperty().bind(visibleProperty());
    stage.subscribe(this::show);
  }

  /// Asks for the name of this stage from now on, or for none.
  public void ask(Optional<String> guarded) {
    stage.set(guarded);
  }

  /// Whether the name is typed, or none is asked for.
  public ObservableBooleanValue settledProperty() {
    return settled;
  }

  /// Whether a name is asked for.
  public boolean asked() {
    return stage.get().isPresent();
  }

  /// Puts the keyboard into the field.
  public void focus() {
    typed.requestFocus();
  }

  private void show(Optional<String> guarded) {
    setVisible(guarded.isPresent());
    typed.clear();
    getChildren().clear();
    guarded.ifPresent(name -> {
      Prose words = new Prose("`" + name + "` is a production stage. Type its name to go on.");
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox warning = new HBox(12, Icons.of(Icons.WARNING, Tone.DANGER), words);
      warning.getStyleClass().addAll("notice", Tone.DANGER.styleClass());
      typed.setPromptText(name);
      typed.setAccessibleText("The name of the stage, " + name);
      getChildren().addAll(warning, typed);
    });
  }
}
