package io.runfabric.console.backend.local;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.config.Links;
import io.runfabric.console.model.RecordKey;
import io.runfabric.console.model.Revision;
import io.runfabric.console.model.Unseen;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Files below a folder; keys are relative paths with `/`. A revision is the content's digest.
///
/// A file larger than 64 MB, a folder, a pipe or a device where a file should be, a file without
/// read permission and a symbolic link that leads out of the folder are listed and cannot be read.
/// A folder that is such a link is neither listed nor written to, and that is an error.
public final class LocalDocumentStore implements DocumentStore {

  private static final long LARGEST = 64L << 20;

  private final Path root;
  private final Set<Path> tidied = ConcurrentHashMap.newKeySet();

  /// @param root absolute; need not exist
  public LocalDocumentStore(Path root) {
    this.root = root.normalize();
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public int readsAtOnce() {
    return 2 * Runtime.getRuntime().availableProcessors();
  }

  @Override
  public void list(Range range, Consumer<Listed> sink, Cancellation cancellation)
      throws BackendException {
    List<String> keys = new ArrayList<>();
    collect(new Folder(range.prefix(), Set.of()), range.deep(), keys, cancellation);
    Collections.sort(keys);
    for (String key : keys) {
      cancellation.check();
      sink.accept(Listed.named(key));
    }
  }

  private void collect(Folder in, boolean deep, List<String> keys, Cancellation cancellation)
      throws BackendException {
    Path folder = root.resolve(in.prefix());
    try {
      Links.requireInside(root, folder);
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path child : children) {
          cancellation.check();
          String key = in.prefix() + child.getFileName();
          boolean further = deep && isFolder(child);
          if (further) {
            collect(in.below(key, child), true, keys, cancellation);
          }
          if (!further || isDocument(child)) {
            keys.add(key);
          }
        }
      }
    } catch (NoSuchFileException _) {
      // A project that was never deployed has no such folder: there is nothing to list.
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot list " + folder).causedBy(e);
    } catch (DirectoryIteratorException e) {
      throw DiskFailure.of(Objects.requireNonNull(e.getCause()))
          .when("cannot list " + folder)
          .causedBy(e);
    }
  }

  // What a link that leads nowhere was to lead to is told by its name only.
  private static boolean isFolder(Path child) {
    return Files.isDirectory(child)
        || (Files.isSymbolicLink(child) && !Files.exists(child) && !isDocument(child));
  }

  private static boolean isDocument(Path child) {
    String name = child.getFileName().toString();
    return name.endsWith(RecordKey.SUFFIX) || name.endsWith(RecordKey.LOCK_SUFFIX);
  }

  /// A folder that is listed.
  ///
  /// @param links where the links on the way to it lead
  private record Folder(String prefix, Set<Path> links) {

    Folder below(String key, Path child) throws IOException {
      if (!Files.isSymbolicLink(child)) {
        return new Folder(key + "/", links);
      }
      Set<Path> further = new HashSet<>(links);
      if (Files.exists(child) && !further.add(child.toRealPath())) {
        throw new FileSystemException(child.toString(), null, "symbolic links in a circle");
      }
      return new Folder(key + "/", further);
    }
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    Path file = file(key);
    return FileGuard.reading(() -> read(key, file));
  }

  private Optional<StoredDocument> read(String key, Path file) throws BackendException {
    try {
      requireFolderInside(file);
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        Links.requireInside(root, file);
        attributes = Files.readAttributes(file, BasicFileAttributes.class);
      }
      if (attributes.isDirectory()) {
        throw unreadable("a folder, not a file");
      }
      if (!attributes.isRegularFile()) {
        // A pipe would block, and a device might never end.
        throw unreadable("a pipe or a device, not a file");
      }
      if (attributes.size() > LARGEST) {
        throw unreadable("larger than 64 MB (" + (attributes.size() >> 20) + " MB)");
      }
      byte[] content = Files.readAllBytes(file);
      return Optional.of(new StoredDocument(key, content, Revision.ofContent(content)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw unreadable("no permission to read the file").causedBy(e);
    } catch (Links.Refused e) {
      throw unreadable(e.getReason()).causedBy(e);
    } catch (IOException e) {
      DiskFailure failure = DiskFailure.of(e);
      throw failure.code() == Code.INVALID
          ? failure.when("cannot read " + file).causedBy(e)
          : unreadable(failure.reason()).causedBy(e);
    }
  }

  // A link to a folder elsewhere would lead to the documents of somebody else.
  private void requireFolderInside(Path file) throws IOException, BackendException {
    Path folder = Objects.requireNonNullElse(file.getParent(), root);
    try {
      Links.requireInside(root, folder);
    } catch (Links.Refused e) {
      throw DiskFailure.of(e).when("cannot use " + folder).causedBy(e);
    }
  }

  @Override
  public Revision put(String key, byte[] content, Precondition precondition, Fence fence)
      throws BackendException {
    Path file = file(key);
    switch (precondition) {
      case Precondition.Absent() -> changing(key, file, () -> create(file, content, fence));
      case Precondition.Matches(Revision expected) ->
          changing(key, file, () -> replaceAt(file, expected, content, fence));
    }
    return Revision.ofContent(content);
  }

  @Override
  public void delete(String key, Revision expected, Fence fence) throws BackendException {
    Path file = file(key);
    changing(
        key,
        file,
        () -> {
          requireFolderInside(file);
          requireOwnName(file);
          Links.requireInside(root, file);
          FileGuard.exclusively(
              file,
              stored -> {
                requireAt(expected, stored);
                fence.check();
                DurableFile.delete(file);
              });
        });
  }

  @Override
  public void close() {}

  private interface Change {
    void run() throws IOException, BackendException;
  }

  /// Another revision is stored than the precondition says.
  private static final class ChangedMeanwhileException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private void create(Path file, byte[] content, Fence fence) throws IOException, BackendException {
    requireFolderInside(file);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      requireOwnName(file);
      throw new FileAlreadyExistsException(file.toString());
    }
    try (DurableFile next = DurableFile.inNewFolder(file, content)) {
      tidy(file, next);
      fence.check();
      next.create();
    }
  }

  private void replaceAt(Path named, Revision expected, byte[] content, Fence fence)
      throws IOException, BackendException {
    requireFolderInside(named);
    requireOwnName(named);
    Links.requireInside(root, named);
    // A link stays a link.
    Path file = Files.isSymbolicLink(named) ? named.toRealPath() : named;
    try (DurableFile next = DurableFile.beside(file, content)) {
      tidy(file, next);
      FileGuard.exclusively(
          file,
          stored -> {
            requireAt(expected, stored);
            fence.check();
            next.replace();
          });
    }
  }

  // Once a folder: it may hold a hundred thousand files.
  private void tidy(Path file, DurableFile next) {
    Path folder = file.getParent();
    if (folder != null && tidied.add(folder)) {
      next.removeAbandoned();
    }
  }

  // Where upper and lower case are one, another document's file answers to this name too.
  private void requireOwnName(Path file) throws IOException, BackendException {
    for (Path on = file; on != null && !on.equals(root); on = on.getParent()) {
      Optional<String> other = otherName(on);
      if (other.isPresent()) {
        throw new BackendException(
            Code.CONFLICT,
            on
                + " is the place of "
                + other.get()
                + ": this disk takes upper and lower case as one",
            "keep one of the two elsewhere, or both on a disk that tells them apart");
      }
    }
  }

  /// What a file is really called, where it answers to a name that differs in case only.
  private static Optional<String> otherName(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String upper = name.toUpperCase(Locale.ROOT);
    String swapped = name.equals(upper) ? name.toLowerCase(Locale.ROOT) : upper;
    Path folder = file.getParent();
    if (folder == null
        || Files.notExists(file.resolveSibling(swapped), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Optional<String> other = Optional.empty();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path one : all) {
        String found = String.valueOf(one.getFileName());
        if (found.equals(name)) {
          return Optional.empty();
        }
        if (found.equalsIgnoreCase(name)) {
          other = Optional.of(found);
        }
      }
    }
    return other;
  }

  private static void requireAt(Revision expected, byte[] stored) throws IOException {
    if (!Revision.ofContent(stored).equals(expected)) {
      throw new ChangedMeanwhileException();
    }
  }

  private static void changing(String key, Path file, Change change) throws BackendException {
    try {
      change.run();
    } catch (ChangedMeanwhileException e) {
      throw BackendException.conflict(key, "was changed meanwhile").causedBy(e);
    } catch (FileAlreadyExistsException e) {
      throw BackendException.conflict(key, "already exists").causedBy(e);
    } catch (NoSuchFileException e) {
      throw BackendException.conflict(key, "is gone").causedBy(e);
    } catch (IOException e) {
      throw DiskFailure.of(e).when("cannot write " + file).causedBy(e);
    }
  }

  private Path file(String key) throws BackendException {
    Path file;
    try {
      file = root.resolve(key).normalize();
    } catch (InvalidPathException e) {
      throw unusable(key).causedBy(e);
    }
    if (!file.startsWith(root) || file.equals(root)) {
      throw new BackendException(
          Code.INVALID, "a key leads out of " + root, "use keys below that folder");
    }
    if (WindowsNames.mistakes(root.relativize(file))) {
      throw unusable(key);
    }
    return file;
  }

  private static BackendException unusable(String key) {
    return new BackendException(
        Code.INVALID,
        "this system can keep no file named " + Unseen.shown(key),
        "give it another name, or leave it out");
  }

  private static BackendException unreadable(String reason) {
    return new BackendException(Code.UNREADABLE_DOCUMENT, reason, "mend the file or move it away");
  }
}
