package io.runfabric.console.backend.remote;

/// The idle connections that the JDK's `HttpURLConnection`, which several SDKs use, keeps to a
/// host.
public final class KeptConnections {

  private static final String PROPERTY = "http.maxConnections";

  private KeptConnections() {}

  /// Makes the JDK keep as many as may be in use at once. It keeps five unless told otherwise
  /// before the first is put aside; reading many documents at once would open most connections
  /// anew, each with TLS.
  public static void enough() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, "256");
    }
  }
}
