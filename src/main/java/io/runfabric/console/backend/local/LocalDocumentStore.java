package io.runfabric.console.backend.local;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.DocumentStore;
import io.runfabric.console.backend.Fence;
import io.runfabric.console.backend.Precondition;
import io.runfabric.console.backend.StoredDocument;
import io.runfabric.console.model.Revision;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Files below a folder; keys are relative paths with `/`. A revision is the content's digest.
///
/// A file larger than 64 MB, a folder where a file should be, a file without read permission and a
/// symbolic link that leads out of the folder are listed and cannot be read.
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
    collect(range.prefix(), range.deep(), keys, cancellation);
    Collections.sort(keys);
    for (String key : keys) {
      cancellation.check();
      sink.accept(Listed.named(key));
    }
  }

  private void collect(String prefix, boolean deep, List<String> keys, Cancellation cancellation)
      throws BackendException {
    Path folder = root.resolve(prefix);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        cancellation.check();
        String key = prefix + child.getFileName();
        if (deep && Files.isDirectory(child) && !Files.isSymbolicLink(child)) {
          collect(key + "/", true, keys, cancellation);
        } else {
          keys.add(key);
        }
      }
    } catch (NoSuchFileException _) {
      // A project that was never deployed has no such folder: there is nothing to list.
    } catch (NotDirectoryException e) {
      throw new BackendException(
              Code.DAMAGED, folder + " is not a folder", "move the file of that name away")
          .causedBy(e);
    } catch (AccessDeniedException e) {
      throw new BackendException(
              Code.DENIED, "no permission to list " + folder, "give yourself read permission on it")
          .causedBy(e);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      throw new BackendException(
              Code.UNREACHABLE, "cannot list " + folder, "check the disk and try again")
          .causedBy(e);
    }
  }

  @Override
  public Optional<StoredDocument> get(String key) throws BackendException {
    Path file = file(key);
    return FileGuard.reading(() -> read(key, file));
  }

  private Optional<StoredDocument> read(String key, Path file) throws BackendException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        if (!file.toRealPath().startsWith(root.toRealPath())) {
          throw unreadable("a symbolic link that leads out of " + root);
        }
        attributes = Files.readAttributes(file, BasicFileAttributes.class);
      }
      if (attributes.isDirectory()) {
        throw unreadable("a folder, not a file");
      }
      if (attributes.size() > LARGEST) {
        throw unreadable("larger than 64 MB (" + (attributes.size() >> 20) + " MB)");
      }
      byte[] content = Files.readAllBytes(file);
      return Optional.of(new StoredDocument(key, content, Revision.ofContent(content)));
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(file)) {
        throw unreadable("a symbolic link to a file that does not exist").causedBy(e);
      }
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw unreadable("no permission to read the file").causedBy(e);
    } catch (FileSystemException e) {
      throw unreadable("a symbolic link that leads nowhere, or in a circle").causedBy(e);
    } catch (IOException e) {
      throw unreadable("the file cannot be read").causedBy(e);
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
        () ->
            FileGuard.exclusively(
                file,
                stored -> {
                  requireAt(expected, stored);
                  fence.check();
                  DurableFile.delete(file);
                }));
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
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try (DurableFile next = DurableFile.inNewFolder(file, content)) {
      tidy(file, next);
      fence.check();
      next.create();
    }
  }

  private void replaceAt(Path file, Revision expected, byte[] content, Fence fence)
      throws IOException, BackendException {
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
      throw cannotWrite(file, e);
    }
  }

  private Path file(String key) throws BackendException {
    Path file = root.resolve(key).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new BackendException(
          Code.INVALID, "a key leads out of " + root, "use keys below that folder");
    }
    return file;
  }

  private static BackendException unreadable(String reason) {
    return new BackendException(Code.UNREADABLE_DOCUMENT, reason, "mend the file or move it away");
  }

  private static BackendException cannotWrite(Path file, IOException e) {
    boolean denied = e instanceof AccessDeniedException;
    return new BackendException(
            denied ? Code.DENIED : Code.UNREACHABLE,
            (denied ? "no permission to write " : "cannot write ") + file,
            denied
                ? "give yourself write permission on its folder"
                : "check the disk and try again")
        .causedBy(e);
  }
}
