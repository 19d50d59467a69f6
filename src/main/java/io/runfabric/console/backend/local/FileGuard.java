package io.runfabric.console.backend.local;

import io.runfabric.console.backend.BackendException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Makes "compare the file, then change it" one step among all consoles on a machine. The engine
/// takes no such guard; against it the comparison is as late as files allow.
final class FileGuard {

  /// What to do with the file once nobody else can.
  interface Change {
    /// @param content the file's bytes now
    void with(byte[] content) throws IOException, BackendException;
  }

  private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();
  private static final boolean ADVISORY_LOCKS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private FileGuard() {}

  /// @throws java.nio.file.NoSuchFileException when there is no such file
  static void exclusively(Path file, Change change) throws IOException, BackendException {
    WITHIN_PROCESS.lock();
    try {
      if (!ADVISORY_LOCKS) {
        change.with(Files.readAllBytes(file));
        return;
      }
      while (!tried(file, change)) {
        Thread.onSpinWait();
      }
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }

  // A lock belongs to the file that was opened. If the name leads to another file by the time the
  // lock is granted, somebody replaced it and the attempt starts over.
  private static boolean tried(Path file, Change change) throws IOException, BackendException {
    Object before = identity(file);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (!Objects.equals(before, identity(file))) {
        return false;
      }
      // Read through the locked channel: closing another one on this file would end the lock.
      change.with(bytes(channel));
      return true;
    }
  }

  private static Object identity(Path file) throws IOException {
    return Objects.requireNonNullElse(
        Files.readAttributes(file, BasicFileAttributes.class).fileKey(), file);
  }

  private static byte[] bytes(FileChannel channel) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
    var target = Channels.newChannel(content);
    while (channel.read(buffer) >= 0) {
      target.write(buffer.flip());
      buffer.clear();
    }
    return content.toByteArray();
  }
}
