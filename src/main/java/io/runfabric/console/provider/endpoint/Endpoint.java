package io.runfabric.console.provider.endpoint;

import java.util.regex.Pattern;

/// A URL without what may be secret in it.
///
/// @param host lower-case, without the dot of the root; an IPv6 address in brackets
/// @param path from `/`, as written
public record Endpoint(boolean tls, String host, int port, String path) implements Target {

  static final int HTTP = 80;
  static final int HTTPS = 443;

  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");
  private static final Pattern PRIVATE_NAME =
      Pattern.compile("[^.]*|.*\\.(?:local|localhost|internal|home\\.arpa)");

  /// Whether the host is written as an address, so that nothing is to be looked up.
  public boolean literal() {
    return NUMBERS.matcher(host).matches();
  }

  /// Whether the name is one that only a private network knows, such as `api.svc.cluster.local`.
  public boolean privateName() {
    return !literal() && PRIVATE_NAME.matcher(host).matches();
  }

  /// The host without brackets.
  String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// The host as the request names it, with a port that is not the scheme's own.
  String authority() {
    return port == (tls ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  /// For people: the URL without query and fragment.
  public String url() {
    return (tls ? "https://" : "http://") + authority() + path;
  }
}
