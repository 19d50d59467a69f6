package io.runfabric.console.operation.snapshot;

import java.nio.charset.StandardCharsets;

/// A stored document split into its JSON value and the white space around it, which a JSON file
/// cannot hold in place.
///
/// @param from the first byte of the value
/// @param to the byte after it
record ValueSpan(int from, int to) {

  static ValueSpan of(byte[] content) {
    int from = 0;
    int to = content.length;
    while (from < to && blank(content[from])) {
      from++;
    }
    while (to > from && blank(content[to - 1])) {
      to--;
    }
    return new ValueSpan(from, to);
  }

  String leading(byte[] content) {
    return new String(content, 0, from, StandardCharsets.US_ASCII);
  }

  String trailing(byte[] content) {
    return new String(content, to, content.length - to, StandardCharsets.US_ASCII);
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
