package io.runfabric.console.ui.app;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/// The program's icon in the sizes that systems ask for.
final class WindowIcons {

  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};
  private static final int LOGO = 256;

  private WindowIcons() {}

  static List<Image> all() {
    return IntStream.of(SIZES).mapToObj(WindowIcons::icon).flatMap(Optional::stream).toList();
  }

  static Optional<Image> logo() {
    return icon(LOGO);
  }

  private static Optional<Image> icon(int size) {
    String name = "/io/runfabric/console/icons/icon-" + size + ".png";
    InputStream stream = WindowIcons.class.getResourceAsStream(name);
    return stream == null ? Optional.empty() : Optional.of(new Image(stream));
  }
}
