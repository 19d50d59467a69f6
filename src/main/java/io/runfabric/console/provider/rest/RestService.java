package io.runfabric.console.provider.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/// A provider's API.
///
/// @param name for people, such as `Cloud Run`
/// @param base what paths are added to, without a slash at its end
/// @param signIn what to do when credentials are not accepted
/// @param absence how it says that there is no such thing
public record RestService(String name, URI base, String signIn, Absence absence) {

  /// Tells a service's own 404 from that of a server which is another, and knows no path at all.
  @FunctionalInterface
  public interface Absence {

    /// @param answer empty when it is no JSON object
    boolean told(String path, Optional<ObjectNode> answer);
  }

  /// Whether a link leads to the server of this service, whose name may be written in more ways.
  boolean serves(URI link) {
    return base.getScheme().equalsIgnoreCase(link.getScheme())
        && base.getHost().equalsIgnoreCase(link.getHost())
        && port(base) == port(link);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  /// Where requests go, for people: `https://run.googleapis.com`.
  public String place() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }
}
