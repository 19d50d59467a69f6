package io.runfabric.console.ui.shell;

import java.nio.file.Path;

/// A project that was open before.
///
/// @param file absolute path of its runfabric.yml
/// @param name its service, or its folder's name while the service is not known
public record Recent(Path file, String name) {

  /// The project's folder, with the home folder written as `~`.
  public String folder() {
    Path folder = file.getParent();
    return folder == null ? "" : Homely.path(folder);
  }
}
