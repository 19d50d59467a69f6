package io.runfabric.console.ui.shell;

import java.util.Arrays;
import java.util.Locale;

/// Which theme the user wants.
public enum ThemeChoice {
  SYSTEM("Follow the system"),
  LIGHT("Light"),
  DARK("Dark");

  private final String title;

  ThemeChoice(String title) {
    this.title = title;
  }

  /// What the menu says.
  public String title() {
    return title;
  }

  /// Whether the window is dark, given the system's scheme.
  public boolean dark(boolean systemIsDark) {
    return switch (this) {
      case SYSTEM -> systemIsDark;
      case LIGHT -> false;
      case DARK -> true;
    };
  }

  /// The other look than the one there is, said outright.
  public ThemeChoice toggled(boolean systemIsDark) {
    return dark(systemIsDark) ? LIGHT : DARK;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ThemeChoice of(String word) {
    return Arrays.stream(values())
        .filter(choice -> choice.word().equals(word))
        .findFirst()
        .orElse(SYSTEM);
  }
}
