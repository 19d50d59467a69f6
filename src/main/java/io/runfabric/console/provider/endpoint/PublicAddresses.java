package io.runfabric.console.provider.endpoint;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells the addresses that belong to the Internet from those of this machine, its network and its
/// cloud. From IANA's special-purpose registries (RFC 6890 and what followed it).
final class PublicAddresses {

  private static final int V4_BYTES = 4;
  private static final int V4_IN_V6 = 12;
  private static final int V4_IN_6TO4 = 2;

  private static final List<Range> SPECIAL_V4 =
      List.of(
          Range.of("0.0.0.0", 8, "an unspecified"),
          Range.of("10.0.0.0", 8, "a private"),
          Range.of("100.64.0.0", 10, "a carrier's private"),
          Range.of("127.0.0.0", 8, "a loopback"),
          // Azure's, answering every machine there.
          Range.of("168.63.129.16", 32, "a cloud's own"),
          // The metadata of most clouds among them.
          Range.of("169.254.0.0", 16, "a link-local"),
          Range.of("172.16.0.0", 12, "a private"),
          Range.of("192.0.0.0", 24, "a reserved"),
          Range.of("192.0.2.0", 24, "a documentation"),
          Range.of("192.88.99.0", 24, "a reserved"),
          Range.of("192.168.0.0", 16, "a private"),
          Range.of("198.18.0.0", 15, "a benchmark"),
          Range.of("198.51.100.0", 24, "a documentation"),
          Range.of("203.0.113.0", 24, "a documentation"),
          Range.of("224.0.0.0", 4, "a multicast"),
          Range.of("240.0.0.0", 4, "a reserved"));

  private static final List<Range> SPECIAL_V6 =
      List.of(
          Range.of("::", 128, "an unspecified"),
          Range.of("::1", 128, "a loopback"),
          Range.of("2001::", 23, "a reserved"),
          Range.of("2001:db8::", 32, "a documentation"),
          Range.of("3fff::", 20, "a documentation"),
          Range.of("fc00::", 7, "a private"),
          Range.of("fe80::", 10, "a link-local"),
          Range.of("fec0::", 10, "a private"),
          Range.of("ff00::", 8, "a multicast"));

  private static final Range GLOBAL_V6 = Range.of("2000::", 3, "");
  private static final Range COMPATIBLE = Range.of("::", 96, "");
  private static final Range SIX_TO_FOUR = Range.of("2002::", 16, "");
  // What these name is reached by an IPv4 address within, and is as public as that.
  private static final List<Range> TRANSLATED =
      List.of(Range.of(mapped(), 96, ""), Range.of("64:ff9b::", 96, ""));

  private PublicAddresses() {}

  /// What an address is that is not public, such as `a loopback`; empty for a public one.
  static Optional<String> otherwise(InetAddress address) {
    return otherwise(address.getAddress());
  }

  private static Optional<String> otherwise(byte[] address) {
    if (address.length == V4_BYTES) {
      return first(SPECIAL_V4, address);
    }
    Optional<String> special = first(SPECIAL_V6, address);
    if (special.isPresent()) {
      return special;
    }
    if (TRANSLATED.stream().anyMatch(range -> range.holds(address))) {
      return otherwise(within(address, V4_IN_V6));
    }
    if (SIX_TO_FOUR.holds(address)) {
      return otherwise(within(address, V4_IN_6TO4));
    }
    if (COMPATIBLE.holds(address)) {
      return otherwise(within(address, V4_IN_V6)).or(() -> Optional.of("a reserved"));
    }
    return GLOBAL_V6.holds(address) ? Optional.empty() : Optional.of("a reserved");
  }

  private static Optional<String> first(List<Range> ranges, byte[] address) {
    return ranges.stream().filter(range -> range.holds(address)).findFirst().map(Range::kind);
  }

  private static byte[] within(byte[] address, int from) {
    return Arrays.copyOfRange(address, from, from + V4_BYTES);
  }

  // The JDK turns the written form into an IPv4 address.
  private static byte[] mapped() {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    return bytes;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Range(byte[] prefix, int bits, String kind) {

    static Range of(String prefix, int bits, String kind) {
      return new Range(InetAddress.ofLiteral(prefix).getAddress(), bits, kind);
    }

    static Range of(byte[] prefix, int bits, String kind) {
      return new Range(prefix, bits, kind);
    }

    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
