package io.runfabric.console.backend.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file's next content, written in full beside it before it gets the name, so that a crash at any
/// point leaves the old bytes or the new ones. Readable by its owner only from the first byte.
public final class DurableFile implements AutoCloseable {

  private final Path file;
  private final Path temporary;

  private DurableFile(Path file, Path temporary) {
    this.file = file;
    this.temporary = temporary;
  }

  /// Puts new content in the place of a file, or where there was none.
  public static void replace(Path file, byte[] content) throws IOException {
    try (DurableFile next = inNewFolder(file, content)) {
      next.replace();
    }
  }

  /// A file whose next content is written to [#stream()], in a folder that may not be there yet.
  /// What killed processes left there is removed.
  public static DurableFile empty(Path file) throws IOException {
    makeFolder(file);
    DurableFile next = new DurableFile(file, temporary(file));
    next.removeAbandoned();
    return next;
  }

  /// Takes the content; once closed, it is on the disk.
  public OutputStream stream() throws IOException {
    FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
          out.write(bytes, offset, length);
        } catch (IOException e) {
          throw named(file, e);
        }
      }

      @Override
      public void close() throws IOException {
        try (channel) {
          if (channel.isOpen()) {
            channel.force(true);
          }
        } catch (IOException e) {
          throw named(file, e);
        }
      }
    };
  }

  /// Where the content is until it gets the name.
  public Path temporary() {
    return temporary;
  }

  /// As [#replace(Path, byte[])] for a file that others may read too: it keeps its permissions.
  public static void replaceKeepingMode(Path file, byte[] content) throws IOException {
    try (DurableFile next = beside(file, content)) {
      next.removeAbandoned();
      if (posix(file)) {
        Files.setPosixFilePermissions(next.temporary, Files.getPosixFilePermissions(file));
      }
      next.replace();
    }
  }

  /// Writes a file of a new name, readable by its owner only.
  ///
  /// @throws FileAlreadyExistsException when the name is taken
  public static void create(Path file, byte[] content) throws IOException {
    try (DurableFile next = inNewFolder(file, content)) {
      next.create();
    }
  }

  /// Writes what is to be in a file whose folder may not be there yet.
  static DurableFile inNewFolder(Path file, byte[] content) throws IOException {
    makeFolder(file);
    return beside(file, content);
  }

  private static void makeFolder(Path file) throws IOException {
    Path folder = folder(file);
    boolean made = !Files.isDirectory(folder);
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      // That the file exists is another matter.
      throw caused(new NotDirectoryException(e.getFile()), e);
    }
    if (made) {
      // Else a power failure could take the folder away with the file in it.
      syncFolder(folder);
    }
  }

  /// Writes what is to be in a file.
  ///
  /// @throws java.nio.file.NoSuchFileException when there is no such folder
  static DurableFile beside(Path file, byte[] content) throws IOException {
    Path temporary = temporary(file);
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return new DurableFile(file, temporary);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw named(file, e);
    }
  }

  // What is told of the temporary file, or of no file at all, is about this one.
  private static IOException named(Path file, IOException e) {
    String name = file.toString();
    return switch (e) {
      case NoSuchFileException _ -> caused(new NoSuchFileException(name), e);
      case AccessDeniedException _ -> caused(new AccessDeniedException(name), e);
      case FileSystemException told ->
          caused(new FileSystemException(name, null, told.getReason()), e);
      case IOException _ when e.getClass() == IOException.class ->
          caused(new FileSystemException(name, null, e.getMessage()), e);
      case IOException _ -> e;
    };
  }

  private static IOException caused(IOException e, IOException cause) {
    e.initCause(cause);
    return e;
  }

  /// Gives it the name.
  ///
  /// @throws FileAlreadyExistsException when the name is taken
  public void create() throws IOException {
    try {
      // A hard link is the one rename that refuses to replace.
      Files.createLink(file, temporary);
      syncFolder(file);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException _) {
      createWithoutLinks();
    }
  }

  /// As [#create()] where the file system knows no links: an empty file takes the name first, which
  /// of many one can. A crash in between leaves it empty.
  void createWithoutLinks() throws IOException {
    Files.createFile(file, ownerOnly(file));
    try {
      move();
    } catch (IOException e) {
      if (Files.size(file) == 0) {
        Files.delete(file);
      }
      throw e;
    }
    syncFolder(file);
  }

  /// Gives it the name, whatever had it.
  public void replace() throws IOException {
    move();
    syncFolder(file);
  }

  private void move() throws IOException {
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /// Removes what did not get the name.
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(temporary);
  }

  static void delete(Path file) throws IOException {
    Files.delete(file);
    syncFolder(file);
  }

  /// Removes what killed processes left in the file's folder.
  void removeAbandoned() {
    TemporaryFile.removeAbandoned(folder(file), temporary);
  }

  private static Path temporary(Path file) throws IOException {
    try {
      return TemporaryFile.create(folder(file), file, ownerOnly(file));
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /// Whether the file system is as POSIX wants it.
  static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return posix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void syncFolder(Path file) throws IOException {
    if (posix(file)) {
      try (FileChannel channel = FileChannel.open(folder(file), StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a file has a folder: " + file);
    }
    return folder;
  }
}
