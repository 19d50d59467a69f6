package io.runfabric.console.backend.race;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What one process did with locks: a line for each step, in a file that survives the process.
/// Times are of the machine's steady clock, which all processes share.
final class FireLog implements AutoCloseable {

  /// A step, with the times right before and right after it.
  enum Step {
    /// Took a lock.
    TOOK,
    /// Renewed it.
    KEPT,
    /// Wrote what it protects.
    WROTE,
    /// Was refused to write or to renew, as the lock was lost.
    LOST,
    /// Was refused to write for another reason.
    REFUSED,
    /// Gave it back.
    GAVE
  }

  private final OutputStream out;

  FireLog(Path file) throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
  }

  void add(Step step, String ground, String token, long before) throws IOException {
    String line =
        String.join(" ", step.name(), ground, token, "" + before, "" + System.nanoTime()) + "\n";
    out.write(line.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
