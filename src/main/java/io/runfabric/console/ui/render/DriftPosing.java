package io.runfabric.console.ui.render;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/// The page of drift as after a comparison that asked nobody. Call on the FX thread, while the page
/// is shown.
record DriftPosing(Scene scene) {

  void stayOffline() {
    if (scene.lookup("#drift-options") instanceof MenuButton options) {
      options.getItems().stream()
          .filter(item -> "drift-network".equals(item.getId()))
          .map(CheckMenuItem.class::cast)
          .forEach(item -> {
            item.setSelected(false);
            item.fire();
          });
    }
  }

  void compare() {
    if (scene.lookup("#drift-check") instanceof Button check) {
      check.fire();
    }
  }
}
