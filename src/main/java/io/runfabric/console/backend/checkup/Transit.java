package io.runfabric.console.backend.checkup;

import java.net.URI;
import java.util.Set;

/// Whether what travels to an endpoint can be read on the way.
public final class Transit {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private Transit() {}

  /// Tells how requests to this endpoint travel.
  ///
  /// @param mend how to change the endpoint, one sentence
  public static void tell(URI endpoint, String mend, Sitting sitting) {
    if ("https".equals(endpoint.getScheme())) {
      sitting.ok(Area.TRANSIT, "TLS", "requests go over https");
    } else if (loopback(String.valueOf(endpoint.getHost()))) {
      sitting.info(Area.TRANSIT, "TLS", "requests go over http, and do not leave this machine", "");
    } else {
      sitting.warning(
          Area.TRANSIT, "TLS", "requests go over http, so state can be read on the way", mend);
    }
  }

  public static boolean loopback(String host) {
    return LOOPBACK.contains(host) || host.startsWith("127.");
  }
}
