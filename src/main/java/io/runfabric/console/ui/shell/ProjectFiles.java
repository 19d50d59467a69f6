package io.runfabric.console.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which project a user means who names, picks or drops a file or a folder.
public final class ProjectFiles {

  /// What the engine calls its configuration.
  public static final String NAME = "runfabric.yml";

  private ProjectFiles() {}

  /// The configuration meant by one path: a YAML file, or the runfabric.yml in a folder.
  public static Optional<Path> meantBy(Path path) {
    if (Files.isDirectory(path)) {
      return Optional.of(path.resolve(NAME)).filter(Files::isRegularFile);
    }
    Path name = path.getFileName();
    String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    return Optional.of(path)
        .filter(_ -> text.endsWith(".yml") || text.endsWith(".yaml"))
        .filter(Files::isRegularFile);
  }

  /// The first project among several paths; without one, the first folder, which may have some
  /// below it.
  public static Optional<Path> firstOf(List<Path> paths) {
    return paths.stream()
        .map(ProjectFiles::meantBy)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> paths.stream().filter(Files::isDirectory).findFirst());
  }
}
