package io.runfabric.console.ui.render;

import io.runfabric.console.ui.app.ConsoleWindow;
import io.runfabric.console.ui.shell.Errand;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Leads a wizard from page to page for pictures, as a user would. Call on the FX thread.
final class WizardPosing {

  private static final Set<String> GO_ON = Set.of("Next");
  private static final Set<String> AGREE = Set.of("Back up", "Restore", "Migrate");
  private static final Set<String> LEAVE = Set.of("Close", "Cancel");

  private final ConsoleWindow window;

  WizardPosing(ConsoleWindow window) {
    this.window = window;
  }

  void begin(Errand errand) {
    window.start(errand);
  }

  void next() {
    press(GO_ON);
  }

  void agree() {
    press(AGREE);
  }

  void close() {
    press(LEAVE);
  }

  void tickPartial() {
    tick("#wizard-partial");
  }

  void tickCutover() {
    tick("#wizard-cutover");
  }

  @SuppressWarnings("unchecked") // the boxes of forms hold texts
  void choose(String id, String value) {
    ((ComboBox<String>) dialog().getScene().lookup("#wizard-" + id)).setValue(value);
  }

  void chooseFirstBackup() {
    button(button -> String.valueOf(button.getAccessibleText()).startsWith("Choose ")).fire();
  }

  void type(String stage) {
    ((TextField) dialog().getScene().lookup("#typed-stage")).setText(stage);
  }

  private static void tick(String id) {
    ((CheckBox) dialog().getScene().lookup(id)).setSelected(true);
  }

  private static void press(Set<String> texts) {
    button(button -> texts.contains(button.getText())).fire();
  }

  private static Button button(Predicate<Button> wanted) {
    for (Node node : dialog().getScene().getRoot().lookupAll(".button")) {
      if (node instanceof Button button && wanted.test(button)) {
        return button;
      }
    }
    throw new IllegalStateException("the wizard has no such button");
  }

  /// The wizard on screen.
  static Stage dialog() {
    for (Window open : Window.getWindows()) {
      if (open instanceof Stage stage && stage.getOwner() != null) {
        return stage;
      }
    }
    throw new IllegalStateException("no dialog is open");
  }
}
