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

/// Where a stage is guarded: its name has to be typed before anything is changed. Not there for
/// others.
public final class TypedName extends VBox {

  private final ObjectProperty<Optional<Guard>> guard =
      new SimpleObjectProperty<>(this, "guard", Optional.empty());
  private final TextField typed = new TextField();
  private final BooleanBinding settled =
      Bindings.createBooleanBinding(
          () -> guard.get().map(asked -> asked.stage().equals(typed.getText())).orElse(true),
          guard,
          typed.textProperty());

  public TypedName() {
    super(12);
    typed.setId("typed-stage");
    managedProperty().bind(visibleProperty());
    guard.subscribe(this::show);
  }

  /// Asks for the name of this guard's stage from now on, or for none.
  public void ask(Optional<Guard> guarded) {
    guard.set(guarded);
  }

  /// Whether the name is typed, or none is asked for.
  public ObservableBooleanValue settledProperty() {
    return settled;
  }

  /// Whether a name is asked for.
  public boolean asked() {
    return guard.get().isPresent();
  }

  /// Puts the keyboard into the field.
  public void focus() {
    typed.requestFocus();
  }

  private void show(Optional<Guard> guarded) {
    setVisible(guarded.isPresent());
    typed.clear();
    getChildren().clear();
    guarded.ifPresent(asked -> {
      Prose words = new Prose(asked.why() + " Type the name of the stage to go on.");
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox warning = new HBox(12, Icons.of(Icons.WARNING, Tone.DANGER), words);
      warning.getStyleClass().addAll("notice", Tone.DANGER.styleClass());
      typed.setPromptText(asked.stage());
      typed.setAccessibleText("The name of the stage, " + asked.stage());
      getChildren().addAll(warning, typed);
    });
  }
}
