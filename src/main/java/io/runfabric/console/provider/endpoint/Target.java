package io.runfabric.console.provider.endpoint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// A URL as it was found, which may be one that is not asked.
public sealed interface Target permits Endpoint, Target.Unusable {

  /// One that is not asked.
  ///
  /// @param reason such as `its URL holds a user name`; quotes nothing of it
  record Unusable(String reason) implements Target {}

  /// The URL that a value is. Query and fragment are left out: they may hold keys.
  ///
  /// @return empty when the value is no http or https URL
  static Optional<Target> of(String value) {
    Matcher url = Form.URL.matcher(value.strip());
    return url.matches() ? Optional.of(target(url)) : Optional.empty();
  }

  private static Target target(Matcher url) {
    boolean tls = url.group("scheme").equalsIgnoreCase("https");
    String path = url.group("path");
    if (url.group("authority").contains("@")) {
      return new Unusable("its URL holds a user name");
    }
    Matcher authority = Form.AUTHORITY.matcher(url.group("authority"));
    if (!authority.matches() || authority.group("host").length() > Form.LONGEST_HOST) {
      return new Unusable("its URL names no host");
    }
    int port = port(authority.group("port"), tls);
    if (port < 1 || port > Form.LAST_PORT) {
      return new Unusable("its URL names no port there can be");
    }
    if (path.length() > Form.LONGEST_PATH || !Form.PATH.matcher(path).matches()) {
      return new Unusable("its URL holds characters that no URL may hold, or is too long");
    }
    return new Endpoint(
        tls, authority.group("host").toLowerCase(Locale.ROOT), port, path.isEmpty() ? "/" : path);
  }

  private static int port(@Nullable String written, boolean tls) {
    if (written == null || written.isEmpty()) {
      return tls ? Endpoint.HTTPS : Endpoint.HTTP;
    }
    return Integer.parseInt(written);
  }
}
