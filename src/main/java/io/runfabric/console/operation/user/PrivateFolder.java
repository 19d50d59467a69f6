package io.runfabric.console.operation.user;

import io.runfabric.console.backend.local.DurableFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A folder whose files only its user can read, from before their first byte.
public record PrivateFolder(Path path) {

  /// Creates the folder, where it is missing.
  public void create() throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, permissions("rwx------"));
    }
  }

  /// Opens a file of the folder; one that is created is the user's alone.
  public FileChannel open(String name, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(path.resolve(name), options, permissions("rw-------"));
  }

  /// Puts a file of the folder, which is created where it is missing, in the place of what had its
  /// name. A crash leaves the old content or the new.
  public void replace(String name, byte[] content) throws IOException {
    create();
    DurableFile.replace(path.resolve(name), content);
  }

  // Other systems have lists of permissions that the user's folder hands on.
  private FileAttribute<?>[] permissions(String word) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(word))
        }
        : new FileAttribute<?>[0];
  }
}
