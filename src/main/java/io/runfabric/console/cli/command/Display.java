package io.runfabric.console.cli.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a window can be opened here.
final class Display {

  private Display() {}

  /// Why no window can be opened; empty when one can.
  static Optional<String> missing(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean needsServer = !system.contains("win") && !system.contains("mac");
    boolean headlessPlatform = "Headless".equals(System.getProperty("glass.platform"));
    if (!needsServer
        || headlessPlatform
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)");
  }
}
