package io.runfabric.console.operation.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The end of the console's backups: the SHA-256 of every byte before it, as the manifest's last
/// field. A file that lost its end, or in which one bit is another, does not match.
///
/// As a stream it digests what is read, holding back as many bytes as the seal has.
final class Seal extends FilterInputStream {

  static final String FIELD = "sha256";

  private static final int HEX = 64;
  private static final String CLOSING = "\"}}\n";
  private static final int LENGTH = HEX + CLOSING.length();
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}\"\\}\\}\n");

  private final MessageDigest before = Sha256.digest();
  private final MessageDigest whole = Sha256.digest();
  private final byte[] held = new byte[LENGTH];
  private int holding;
  private long count;

  Seal(InputStream in) {
    super(in);
  }

  /// What follows the opening quote of the last field.
  static byte[] of(String hex) {
    return (hex + CLOSING).getBytes(StandardCharsets.US_ASCII);
  }

  /// Whether a file ends with a seal; whether it is unbroken takes reading all of the file.
  static boolean atTheEndOf(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
      channel.position(Math.max(0, channel.size() - LENGTH));
      byte[] end = Channels.newInputStream(channel).readNBytes(LENGTH);
      return FORM.matcher(new String(end, StandardCharsets.ISO_8859_1)).matches();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read > 0) {
      whole.update(bytes, offset, read);
      count += read;
      pass(bytes, offset, read);
    }
    return read;
  }

  private void pass(byte[] bytes, int offset, int length) {
    int surplus = holding + length - LENGTH;
    if (surplus > 0) {
      int fromHeld = Math.min(surplus, holding);
      before.update(held, 0, fromHeld);
      System.arraycopy(held, fromHeld, held, 0, holding - fromHeld);
      holding -= fromHeld;
      before.update(bytes, offset, surplus - fromHeld);
      offset += surplus - fromHeld;
      length -= surplus - fromHeld;
    }
    System.arraycopy(bytes, offset, held, holding, length);
    holding += length;
  }

  /// Whether what was read ends with the seal of everything before it.
  boolean unbroken() {
    String end = new String(held, 0, holding, StandardCharsets.ISO_8859_1);
    return FORM.matcher(end).matches() && end.startsWith(HexFormat.of().formatHex(before.digest()));
  }

  /// The digest of all that was read.
  String hex() {
    return HexFormat.of().formatHex(whole.digest());
  }

  long count() {
    return count;
  }
}
