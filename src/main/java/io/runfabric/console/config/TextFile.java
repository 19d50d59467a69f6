package io.runfabric.console.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads a small UTF-8 text file, and refuses everything else before it costs time or memory.
final class TextFile {

  /// 4 MiB.
  static final int LARGEST = 4 * 1024 * 1024;

  private static final String SAVE_AS_UTF8 = "save the file as UTF-8 text";

  private TextFile() {}

  /// The text without a byte order mark.
  static String read(Path file) throws UnreadableTextException {
    try {
      if (!Files.isRegularFile(file)) {
        // A pipe or a device would block, or never end.
        throw new UnreadableTextException(
            "this is not a regular file", "give the path of a text file");
      }
      refuseSize(Files.size(file));
      try (InputStream content = Files.newInputStream(file)) {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        refuseSize(bytes.length);
        return decoded(bytes);
      }
    } catch (AccessDeniedException _) {
      throw new UnreadableTextException(
          "you may not read this file", "ask for read permission, for example `chmod u+r`");
    } catch (IOException _) {
      throw new UnreadableTextException(
          "the system could not read this file", "check the disk or the network share it is on");
    }
  }

  private static void refuseSize(long size) throws UnreadableTextException {
    if (size > LARGEST) {
      String shown =
          size < 10L * LARGEST
              ? String.format(Locale.ROOT, "%.1f MB", size / 1e6)
              : size / 1_000_000 + " MB";
      throw new UnreadableTextException(
          "the file is " + shown + " long, the limit is 4 MB",
          "check that this is the file you meant");
    }
  }

  private static String decoded(byte[] bytes) throws UnreadableTextException {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new UnreadableTextException("the file is UTF-16 text, not UTF-8", SAVE_AS_UTF8);
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        String kind = i < start + 2 ? "UTF-16 text or binary data" : "binary data";
        throw new UnreadableTextException(
            placeOf(bytes, start, i), "a zero byte: this is " + kind, SAVE_AS_UTF8);
      }
    }
    ByteBuffer from = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer to = CharBuffer.allocate(bytes.length - start);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(from, to, true);
    if (result.isError()) {
      throw new UnreadableTextException(
          placeOf(bytes, start, from.position()), "a byte that is not UTF-8", SAVE_AS_UTF8);
    }
    return to.flip().toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Place placeOf(byte[] bytes, int start, int offset) {
    String before = new String(bytes, start, offset - start, StandardCharsets.UTF_8);
    return Place.of(before, before.length());
  }
}
