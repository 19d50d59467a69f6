package io.runfabric.console.ui.shell;

import java.nio.file.Path;

/// Paths as people write them: the home folder is `~`.
final class Homely {

  private Homely() {}

  static String path(Path path) {
    Path home = Path.of(System.getProperty("user.home", "/"));
    boolean below = path.startsWith(home) && home.getNameCount() > 0;
    if (!below) {
      return path.toString();
    }
    Path rest = home.relativize(path);
    return rest.toString().isEmpty() ? "~" : Path.of("~").resolve(rest).toString();
  }
}
