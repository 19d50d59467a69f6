package io.runfabric.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output that knows whether all of it was taken, which a print stream tells nobody. A
/// reader that wanted no more, such as `head`, lost nothing.
final class Output extends FilterOutputStream {

  private Optional<IOException> lost = Optional.empty();

  Output(OutputStream target) {
    super(target);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("roken pipe") && lost.isEmpty()) {
        lost = Optional.of(e);
      }
      throw e;
    }
  }

  Optional<IOException> lost() {
    return lost;
  }
}
