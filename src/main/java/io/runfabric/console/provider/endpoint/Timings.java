package io.runfabric.console.provider.endpoint;

/// How long each part took, in milliseconds.
///
/// @param tls 0 without TLS
/// @param firstByte from the request to the first byte of the answer
public record Timings(long name, long connection, long tls, long firstByte) {

  public long total() {
    return name + connection + tls + firstByte;
  }

  /// For people: `name 3 ms, connection 12 ms, TLS 30 ms, first byte 80 ms`.
  public String sentence() {
    return "name "
        + name
        + " ms, connection "
        + connection
        + (tls == 0 ? "" : " ms, TLS " + tls)
        + " ms, first byte "
        + firstByte
        + " ms";
  }
}
