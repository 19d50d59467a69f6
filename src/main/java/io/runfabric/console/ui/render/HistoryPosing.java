package io.runfabric.console.ui.render;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Has the history of the selected receipt shown, compared and asked about, for a picture. Call on
/// the FX thread.
record HistoryPosing(Stage stage) {

  void choose() {
    if (stage.getScene().lookup(".detail-tabs") instanceof TabPane tabs) {
      tabs.getTabs().stream()
          .filter(tab -> "History".equals(tab.getText()))
          .findFirst()
          .ifPresent(tabs.getSelectionModel()::select);
    }
  }

  /// Presses the button of the newest version that has it.
  void press(String text) {
    stage.getScene().getRoot().lookupAll(".history-button").stream()
        .filter(node -> node instanceof Button button && text.equals(button.getText()))
        .findFirst()
        .ifPresent(node -> ((Button) node).fire());
  }

  void asText() {
    dialog().getRoot().lookupAll(".toggle-button").stream()
        .filter(node -> node instanceof ToggleButton mode && "As text".equals(mode.getText()))
        .forEach(node -> ((ToggleButton) node).fire());
  }

  void close() {
    dialog().getWindow().hide();
  }

  private static Scene dialog() {
    return WizardPosing.dialog().getScene();
  }
}
