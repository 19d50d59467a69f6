package io.runfabric.console.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Holds output back until it is known to be whole: up to 1 MB in memory, beyond that in a
/// temporary file that only its owner can read and that goes away on close.
final class Spool extends OutputStream {

  private static final int IN_MEMORY = 1 << 20;

  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private Optional<Path> file = Optional.empty();
  private OutputStream target = memory;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (file.isEmpty() && memory.size() + length > IN_MEMORY) {
      spill();
    }
    target.write(bytes, offset, length);
  }

  private void spill() throws IOException {
    Path created = Files.createTempFile("runfabric-console", ".json");
    created.toFile().deleteOnExit();
    file = Optional.of(created);
    target = Files.newOutputStream(created, StandardOpenOption.WRITE);
    memory.writeTo(target);
    memory = new ByteArrayOutputStream(0);
  }

  void copyTo(OutputStream out) throws IOException {
    target.flush();
    if (file.isPresent()) {
      Files.copy(file.get(), out);
    } else {
      memory.writeTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    target.close();
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
