package io.runfabric.console.ui.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/// The fonts the style sheet names. One that is missing is replaced by the system's.
final class BundledFonts {

  private static final String FOLDER = "/io/runfabric/console/fonts/";
  private static final List<String> FILES =
      List.of(
          "Inter-Regular.ttf",
          "Inter-Medium.ttf",
          "Inter-SemiBold.ttf",
          "Inter-Bold.ttf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");
  private static final double ANY_SIZE = 13;

  private BundledFonts() {}

  static void load() {
    for (String file : FILES) {
      try (InputStream stream = BundledFonts.class.getResourceAsStream(FOLDER + file)) {
        if (stream != null) {
          Font.loadFont(stream, ANY_SIZE);
        }
      } catch (IOException _) {
        // The system's font stands in.
      }
    }
  }
}
