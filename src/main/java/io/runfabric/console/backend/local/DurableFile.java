package io.runfabric.console.backend.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes that survive a crash at any point: the name leads to the old bytes or to the new ones.
/// Files are readable by their owner only from the first byte.
public final class DurableFile {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFile() {}

  /// Writes a new file.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when the name is taken
  public static void create(Path file, byte[] content) throws IOException {
    Path temporary = written(file, content);
    try {
      // A hard link is the one rename that refuses to replace.
      Files.createLink(file, temporary);
    } catch (UnsupportedOperationException _) {
      Files.move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(file);
  }

  /// Puts new content in the place of a file.
  public static void replace(Path file, byte[] content) throws IOException {
    Path temporary = written(file, content);
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(file);
  }

  static void delete(Path file) throws IOException {
    Files.delete(file);
    syncFolder(file);
  }

  private static Path written(Path file, byte[] content) throws IOException {
    Path folder = folder(file);
    Files.createDirectories(folder);
    Path temporary =
        Files.createTempFile(folder, "." + file.getFileName() + ".", ".tmp", ownerOnly());
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return temporary;
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void syncFolder(Path file) throws IOException {
    if (POSIX) {
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
