package io.runfabric.console.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which folders to watch for a project, and which changes in them concern it.
///
/// Documents are files that end in `.json` or `.lock`. Single files (the configuration, `.env`, an
/// SQLite database) count as changed when their size or time differs from when they were last
/// looked at, so that reading a database, which touches the files beside it, does not count.
final class WatchedPaths {

  private static final String LOG = "-wal";

  private final Set<Path> files;
  private final Set<Path> shallow = new HashSet<>();
  private final Set<Path> deep = new HashSet<>();
  private final Set<Path> documentFolders = new HashSet<>();
  private final Map<Path, String> seen = new ConcurrentHashMap<>();

  /// @param files single files
  /// @param folders folders of documents: one that holds another of them is watched by itself, the
  ///   others with everything below
  WatchedPaths(Collection<Path> files, Collection<Path> folders) {
    this.files = Set.copyOf(files);
    for (Path folder : folders) {
      boolean outer =
          folders.stream().anyMatch(other -> !other.equals(folder) && other.startsWith(folder));
      (outer ? shallow : deep).add(folder);
      documentFolders.add(folder);
      addExistingParent(folder);
    }
    for (Path file : files) {
      addExistingParent(file);
      changed(file);
    }
  }

  /// The paths a backend names, split into files and folders.
  static WatchedPaths of(Collection<Path> watched, Collection<Path> files) {
    List<Path> single = new ArrayList<>(files);
    List<Path> folders = new ArrayList<>();
    for (Path path : watched) {
      (isFile(path) ? single : folders).add(path);
    }
    return new WatchedPaths(single, folders);
  }

  /// Folders to watch without what is below them.
  Set<Path> shallow() {
    return shallow;
  }

  /// Folders to watch with everything below them.
  Set<Path> deep() {
    return deep;
  }

  /// Whether a change at this path may have changed the project's state.
  boolean concernedBy(Path path) {
    Path database = withoutLog(path);
    if (files.contains(database)) {
      return changed(database);
    }
    if (leadsToFolder(path)) {
      return true;
    }
    return inDocumentFolder(path)
        && !temporary(path)
        && (document(path) || (inDeepFolder(path) && Files.isDirectory(path)));
  }

  // A watched folder, or one on the way to it, came or went.
  private boolean leadsToFolder(Path path) {
    return documentFolders.stream().anyMatch(folder -> folder.startsWith(path))
        || files.stream().anyMatch(file -> !file.equals(path) && file.startsWith(path));
  }

  private boolean inDocumentFolder(Path path) {
    Path parent = path.getParent();
    return (parent != null && documentFolders.contains(parent)) || inDeepFolder(path);
  }

  private boolean inDeepFolder(Path path) {
    return deep.stream().anyMatch(path::startsWith);
  }

  private boolean changed(Path file) {
    String now = stamp(file) + stamp(Path.of(file + LOG));
    return !now.equals(seen.put(file, now));
  }

  // A log that is there and empty is as good as none.
  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      boolean emptyLog = attributes.size() == 0 && file.toString().endsWith(LOG);
      return emptyLog ? "-" : attributes.size() + "@" + attributes.lastModifiedTime() + ";";
    } catch (IOException _) {
      return "-";
    }
  }

  private static Path withoutLog(Path path) {
    String name = path.toString();
    return name.endsWith(LOG) ? Path.of(name.substring(0, name.length() - LOG.length())) : path;
  }

  // What does not exist yet is watched for in the nearest folder that does.
  private void addExistingParent(Path path) {
    Path parent = path.getParent();
    while (parent != null && !Files.isDirectory(parent)) {
      shallow.add(parent);
      parent = parent.getParent();
    }
    if (parent != null && !deep.contains(parent)) {
      shallow.add(parent);
    }
  }

  private static boolean isFile(Path path) {
    if (Files.exists(path)) {
      return Files.isRegularFile(path);
    }
    Path name = path.getFileName();
    return name != null && name.toString().endsWith(".db");
  }

  private static boolean document(Path path) {
    String name = path.toString();
    return name.endsWith(".json") || name.endsWith(".lock");
  }

  private static boolean temporary(Path path) {
    Path name = path.getFileName();
    return name == null || (name.toString().startsWith(".") && name.toString().endsWith(".tmp"));
  }
}
