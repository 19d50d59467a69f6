package io.runfabric.console.operation.snapshot;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Counts and digests what passes.
final class HashedOutput extends FilterOutputStream {

  private final MessageDigest digest = Sha256.digest();
  private long count;

  HashedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    digest.update((byte) b);
    count++;
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    digest.update(bytes, offset, length);
    count += length;
    out.write(bytes, offset, length);
  }

  long count() {
    return count;
  }

  /// The digest of what has passed so far.
  String hex() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
    }
  }
}
