package io.runfabric.console.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// The host that a URL of a receipt names.
public final class Host {

  private Host() {}

  /// Lower case; empty when the text is no URL or names none.
  public static Optional<String> of(String url) {
    try {
      return Optional.ofNullable(new URI(url.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
