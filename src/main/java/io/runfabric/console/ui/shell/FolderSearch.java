package io.runfabric.console.ui.shell;

import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.operation.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the projects below a folder. Hidden folders, and those that tools fill, are passed over;
/// links are not followed, which may lead in circles or anywhere.
final class FolderSearch extends SimpleFileVisitor<Path> {

  static final int DEEPEST = 8;
  static final int MOST = 200;

  private static final Set<String> PASSED_OVER =
      Set.of("node_modules", "target", "build", "dist", "out", "vendor", "venv", "__pycache__");

  /// What a search brought.
  ///
  /// @param files the configurations, by path
  /// @param notes what was not looked into, one sentence each; nothing of that was passed over by
  ///   rule
  record Found(List<Path> files, List<String> notes) {}

  private final Path root;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Path> files = new ArrayList<>();
  private long looked;
  private int closed;
  private int links;
  private boolean deeper;
  private boolean tooMany;

  private FolderSearch(Path root, Progress progress, Cancellation cancellation) {
    this.root = root;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// @throws java.util.concurrent.CancellationException once cancelled
  static Found below(Path root, Progress progress, Cancellation cancellation) throws IOException {
    // A folder that the user names by a link is meant.
    Path start = root.toRealPath();
    FolderSearch search = new FolderSearch(start, progress, cancellation);
    progress.phase("looking into folders");
    Files.walkFileTree(start, Set.of(), DEEPEST, search);
    List<Path> files =
        search.files.stream().map(file -> root.resolve(start.relativize(file))).sorted().toList();
    return new Found(files, search.notes());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    cancellation.check();
    if (!folder.equals(root) && passedOver(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    looked++;
    progress.at(looked, -1);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      deeper |= !passedOver(file);
    } else if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
      links += passedOver(file) ? 0 : 1;
    } else if (file.endsWith(ProjectFiles.NAME) && Files.isRegularFile(file)) {
      if (files.size() == MOST) {
        tooMany = true;
        return FileVisitResult.TERMINATE;
      }
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(root)) {
      throw e;
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      closed++;
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean passedOver(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".") || PASSED_OVER.contains(name);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (closed > 0) {
      notes.add(closed == 1 ? "1 folder may not be read." : closed + " folders may not be read.");
    }
    if (links > 0) {
      notes.add(
          links == 1
              ? "1 link to a folder was not followed."
              : links + " links to folders were not followed.");
    }
    if (deeper) {
      notes.add("Folders more than " + DEEPEST + " below were not looked into.");
    }
    if (tooMany) {
      notes.add("There are more than " + MOST + "; the search stopped there.");
    }
    return notes;
  }
}
