package io.runfabric.console.backend.local;

import io.runfabric.console.backend.BackendException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Makes "compare the file, then change it" one step among all consoles on a machine. The engine
/// takes no such guard; against it the comparison is as late as files allow.
final class FileGuard {

  /// What to do with the file once nobody else can.
  interface Change {
    /// @param content the file's bytes now
    void with(byte[] content) throws IOException, BackendException;
  }

  /// A read.
  interface Reading<T> {
    T run() throws BackendException;
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ReadWriteLock WITHIN_PROCESS = new ReentrantReadWriteLock();

  private FileGuard() {}

  /// Reads while no other thread of this process changes a file: a process that closes a file loses
  /// all its locks on it, also those of other threads.
  static <T> T reading(Reading<T> reading) throws BackendException {
    WITHIN_PROCESS.readLock().lock();
    try {
      return reading.run();
    } finally {
      WITHIN_PROCESS.readLock().unlock();
    }
  }

  /// @throws java.nio.file.NoSuchFileException when there is no such file
  /// @throws BackendException with [BackendException.Code#UNREACHABLE] when another process does
  ///   not come to an end with its change
  static void exclusively(Path file, Change change) throws IOException, BackendException {
    long started = System.nanoTime();
    while (!changed(file, change)) {
      if (System.nanoTime() - started > PATIENCE.toNanos()) {
        throw new BackendException(
            BackendException.Code.UNREACHABLE,
            "another process keeps " + file + " locked",
            "look whether a console hangs or is stopped, then try again");
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      }
    }
  }

  private static boolean changed(Path file, Change change) throws IOException, BackendException {
    WITHIN_PROCESS.writeLock().lock();
    try {
      // Other systems let nobody rename a file that is open.
      if (DurableFile.posix(file)) {
        return tried(file, change);
      }
      change.with(Files.readAllBytes(file));
      return true;
    } finally {
      WITHIN_PROCESS.writeLock().unlock();
    }
  }

  // A lock belongs to the file that was opened. If the name leads to another file by the time the
  // lock is granted, somebody replaced it and the attempt starts over, as when it is not granted.
  private static boolean tried(Path file, Change change) throws IOException, BackendException {
    Object before = identity(file);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null || !Objects.equals(before, identity(file))) {
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
