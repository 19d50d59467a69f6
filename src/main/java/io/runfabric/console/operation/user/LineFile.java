package io.runfabric.console.operation.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Lines appended by several processes at once, in `NAME.jsonl`; once that is full it becomes
/// `NAME.1.jsonl`, that one `NAME.2.jsonl`, and what is older than is kept is dropped.
///
/// @param name without its ending
/// @param full how many bytes a file holds before the next is begun
/// @param older how many full files are kept
public record LineFile(PrivateFolder folder, String name, long full, int older) {

  // Locks of files exclude processes, not the threads of one.
  private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

  /// Adds a line, which holds no break.
  public void append(String line) throws IOException {
    folder.create();
    WITHIN_PROCESS.lock();
    // The lock has a file of its own: the lines' one is renamed.
    try (FileChannel guard =
            folder.open(
                name + ".lock", Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock _ = guard.lock()) {
      if (size(file(0)) >= full) {
        rotate();
      }
      write(line);
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }

  private void write(String line) throws IOException {
    try (FileChannel lines =
        folder.open(
            fileName(0),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
      long end = lines.size();
      String begin = end > 0 && !endsLine(lines, end) ? "\n" : "";
      ByteBuffer bytes = ByteBuffer.wrap((begin + line + "\n").getBytes(StandardCharsets.UTF_8));
      lines.position(end);
      try {
        while (bytes.hasRemaining()) {
          lines.write(bytes);
        }
      } catch (IOException e) {
        // Half a line says nothing.
        lines.truncate(end);
        throw e;
      }
    }
  }

  // A writer that died may have left half a line.
  private static boolean endsLine(FileChannel lines, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return lines.read(last, end - 1) == 1 && last.get(0) == '\n';
  }

  private void rotate() throws IOException {
    for (int number = older; number > 0; number--) {
      if (Files.exists(file(number - 1))) {
        Files.move(file(number - 1), file(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// The files there are, the newest first.
  public Stream<Path> files() {
    return Stream.iterate(0, number -> number <= older, number -> number + 1)
        .map(this::file)
        .filter(Files::exists);
  }

  /// The lines of one of them, the oldest first; none where it is gone. Decoded leniently: a line
  /// that a full disk cut within a character is one that does not load.
  public static List<String> lines(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private Path file(int number) {
    return folder.path().resolve(fileName(number));
  }

  private String fileName(int number) {
    return name + (number == 0 ? "" : "." + number) + ".jsonl";
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
