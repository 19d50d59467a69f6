package io.runfabric.console.operation.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Keeps what a parser has read of a stream, so that the bytes between two of its places can be
/// had. What lies before a place can be forgotten.
final class ByteTape extends FilterInputStream {

  private byte[] kept = new byte[16 << 10];
  private int length;
  private long start;

  ByteTape(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) throws IOException {
    int read = in.read(bytes, offset, wanted);
    if (read > 0) {
      if (length + read > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(length + read, 2 * kept.length));
      }
      System.arraycopy(bytes, offset, kept, length, read);
      length += read;
    }
    return read;
  }

  /// Whether what was read so far may be JSON in UTF-8.
  boolean startsAsJson() {
    return length > 1
        && (kept[0] == '{'
            || kept[0] == ' '
            || kept[0] == '\n'
            || kept[0] == '\r'
            || kept[0] == '\t')
        && kept[1] != 0;
  }

  /// The bytes from one place of the stream to another.
  byte[] between(long from, long to) {
    return Arrays.copyOfRange(kept, (int) (from - start), (int) (to - start));
  }

  /// Drops what lies before a place.
  void forget(long before) {
    int drop = (int) (before - start);
    // Moving is put off until it frees more than it moves.
    if (drop > length / 2) {
      System.arraycopy(kept, drop, kept, 0, length - drop);
      length -= drop;
      start = before;
    }
  }
}
