package io.runfabric.console.operation.age;

import com.exceptionfactory.jagged.PayloadException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import io.runfabric.console.operation.snapshot.SnapshotException;
import io.runfabric.console.operation.snapshot.SnapshotSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/// A backup on the disk, encrypted or not. What is decrypted is never written anywhere.
public final class SnapshotFile implements SnapshotSource {

  private static final byte[] AGE = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final DecryptionKeys keys;
  private final boolean encrypted;

  private SnapshotFile(Path file, DecryptionKeys keys, boolean encrypted) {
    this.file = file;
    this.keys = keys;
    this.encrypted = encrypted;
  }

  /// @throws SnapshotException when there is no such file
  public static SnapshotFile of(Path file, DecryptionKeys keys)
      throws IOException, SnapshotException {
    if (Files.isDirectory(file)) {
      throw new SnapshotException(
          SnapshotException.Code.INVALID_REQUEST,
          file + " is a folder, not a backup",
          "backup list names those there are");
    }
    try {
      return new SnapshotFile(file, keys, encrypted(file));
    } catch (NoSuchFileException e) {
      throw new SnapshotException(
              SnapshotException.Code.INVALID_REQUEST,
              "there is no file " + file,
              "backup list names those there are")
          .causedBy(e);
    }
  }

  /// Whether a file is encrypted in the age format.
  public static boolean encrypted(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(AGE.length), AGE);
    }
  }

  @Override
  public boolean encrypted() {
    return encrypted;
  }

  @Override
  public InputStream open() throws IOException, SnapshotException {
    if (!encrypted) {
      return Files.newInputStream(file);
    }
    ReadableByteChannel stored = Files.newByteChannel(file, StandardOpenOption.READ);
    try {
      return new Payload(
          Channels.newInputStream(
              new StandardDecryptingChannelFactory().newDecryptingChannel(stored, keys.readers())));
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // A header that ends too early lets the library read beyond its buffer.
      stored.close();
      throw AgeFailure.of(e);
    }
  }

  /// Tells a changed or shortened payload from a disk that cannot be read.
  private static final class Payload extends FilterInputStream {

    Payload(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (PayloadException e) {
        var corrupted = new StreamCorruptedException("its encrypted content is not whole");
        corrupted.initCause(e);
        throw corrupted;
      }
    }
  }
}
