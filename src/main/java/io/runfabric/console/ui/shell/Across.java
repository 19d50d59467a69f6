package io.runfabric.console.ui.shell;

import io.runfabric.console.ui.style.Icons;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;

/// The pages that are about all open projects.
public enum Across {
  PROJECTS("All projects", Icons.PROJECTS, KeyCode.P),
  SEARCH("Search all projects", Icons.SEARCH, KeyCode.F);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // icons are constants
  private final Ikon icon;

  private final KeyCode key;

  Across(String title, Ikon icon, KeyCode key) {
    this.title = title;
    this.icon = icon;
    this.key = key;
  }

  /// The page's name on screen.
  public String title() {
    return title;
  }

  Ikon icon() {
    return icon;
  }

  /// What leads there, with Ctrl or Cmd and Shift.
  KeyCode key() {
    return key;
  }
}
