package io.runfabric.console.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the file of a request is. A folder that holds a `runfabric.yml` stands for that file.
///
/// @param file absolute
/// @param typedFolder its folder as typed: `.`, a relative path without `.` steps, or absolute
record ProjectFile(Path file, String typedFolder) {

  private static final String NAME = "runfabric.yml";
  private static final int MOST_FOLDERS_SEARCHED = 1_000;

  static ProjectFile of(ProjectRequest request) throws InvalidProjectException {
    Path base = request.workingDirectory().toAbsolutePath();
    Path typed = request.typed();
    Path file = base.resolve(typed).normalize();
    if (Files.isDirectory(file)) {
      if (!Files.isRegularFile(file.resolve(NAME))) {
        throw missing(file, "this is a folder without a " + NAME, file);
      }
      typed = typed.resolve(NAME);
      file = file.resolve(NAME);
    }
    if (!Files.exists(file)) {
      boolean link = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      String message = link ? "this is a link to a file that does not exist" : "no such file";
      throw missing(file, message, file.getParent());
    }
    return new ProjectFile(file, folderAsTyped(typed));
  }

  /// The folder the way the engine cleans it before it uses it as a key.
  private static String folderAsTyped(Path typed) {
    Path parent = typed.normalize().getParent();
    return parent == null || parent.toString().isEmpty() ? "." : parent.toString();
  }

  private static InvalidProjectException missing(
      Path file, String message, @Nullable Path searched) {
    List<Path> nearby = searched == null ? List.of() : nearby(file, searched);
    String fix =
        nearby.isEmpty()
            ? "give the path of a " + NAME + ", or run in the folder that holds one"
            : "did you mean "
                + String.join(", or ", nearby.stream().map(Path::toString).toList())
                + "?";
    Problems problems = new Problems(file);
    problems.error(Place.FILE, "", "", message, fix);
    return new InvalidProjectException(problems.sorted());
  }

  /// Up to three files that look like the one wanted: its `.yaml` twin, one in the same folder, or
  /// one a folder below.
  private static List<Path> nearby(Path wanted, Path folder) {
    List<Path> below = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      int searched = 0;
      for (Path child : children) {
        if (++searched > MOST_FOLDERS_SEARCHED) {
          break;
        }
        if (Files.isRegularFile(child.resolve(NAME))) {
          below.add(child.resolve(NAME));
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // Only a hint is lost.
      return List.of();
    }
    Collections.sort(below);
    String stem = wanted.getFileName() == null ? "" : wanted.getFileName().toString();
    stem = stem.replaceFirst("\\.ya?ml$", "");
    List<Path> all = new ArrayList<>();
    for (String name : List.of(stem + ".yml", stem + ".yaml", NAME, "runfabric.yaml")) {
      Path twin = folder.resolve(name);
      if (Files.isRegularFile(twin) && !all.contains(twin)) {
        all.add(twin);
      }
    }
    all.addAll(below);
    return all.stream().limit(3).toList();
  }
}
