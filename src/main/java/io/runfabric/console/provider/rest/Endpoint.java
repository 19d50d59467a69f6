package io.runfabric.console.provider.rest;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.BackendException.Code;
import io.runfabric.console.backend.checkup.Transit;
import io.runfabric.console.provider.CloudAccess;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where an API is reached. Tokens are sent there: only over https, unless they stay on this
/// machine.
public final class Endpoint {

  private Endpoint() {}

  /// The endpoint that a variable names, else the standard one. One elsewhere must be named by the
  /// user's own environment: a project's `.env`, which may be anybody's, must not send the user's
  /// tokens away.
  ///
  /// @throws BackendException with [Code#INVALID] when the variable holds no such URL
  public static URI of(CloudAccess access, String variable, String standard)
      throws BackendException {
    Optional<String> named = access.variable(variable);
    if (named.isEmpty()) {
      return URI.create(standard);
    }
    URI endpoint =
        checked(named.get())
            .orElseThrow(() ->
                new BackendException(
                    Code.INVALID,
                    "the variable " + variable + " holds no https URL",
                    "set it to an https URL without user and password, or unset it"));
    if (!Transit.loopback(endpoint.getHost()) && !access.own(variable)) {
      throw new BackendException(
          Code.INVALID,
          "the variable " + variable + " of .env would send access tokens to another server",
          "if they may go there, set it in the environment that the console is started from");
    }
    return endpoint;
  }

  /// A text as an endpoint, without a slash at its end; empty when it is none.
  public static Optional<URI> checked(String text) {
    try {
      URI uri = new URI(text.strip().replaceAll("/+$", ""));
      String host = uri.getHost();
      boolean plain =
          host != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null
              && uri.getFragment() == null;
      boolean safe =
          plain
              && ("https".equals(uri.getScheme())
                  || ("http".equals(uri.getScheme()) && Transit.loopback(host)));
      return safe ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
