package io.runfabric.console.provider.kubernetes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// As much of the encoding DER (X.690) as the forms of private keys take.
final class Der {

  private Der() {}

  /// One value.
  static final class Element {

    private final int tag;
    private final byte[] content;

    private Element(int tag, byte[] content) {
      this.tag = tag;
      this.content = content;
    }

    /// Its first byte.
    int tag() {
      return tag;
    }

    byte[] content() {
      return content;
    }
  }

  /// @throws IndexOutOfBoundsException or another unchecked exception when the bytes are none
  static List<Element> elements(byte[] der) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < der.length) {
      int tag = der[at++] & 0xff;
      int length = der[at++] & 0xff;
      if (length > 0x80) {
        int bytes = length - 0x80;
        length = 0;
        for (int i = 0; i < bytes; i++) {
          length = (length << 8) | (der[at++] & 0xff);
        }
      }
      if (length < 0 || length > der.length - at) {
        throw new IndexOutOfBoundsException("a length beyond the end");
      }
      elements.add(new Element(tag, Arrays.copyOfRange(der, at, at + length)));
      at += length;
    }
    return elements;
  }

  static byte[] of(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = length > 0xffff ? 3 : length > 0xff ? 2 : 1;
      out.write(0x80 + bytes);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out.write(length >> shift);
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
