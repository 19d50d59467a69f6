package io.runfabric.console.house.broken.cli;

import io.runfabric.console.house.broken.ui.Window;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Breaks two rules on purpose: the terminal's face knows the window's, and JavaFX.
public final class CliThatImportsUi {

  public Window window() {
    return new Window();
  }

  public @Nullable Scene scene() {
    return null;
  }
}
